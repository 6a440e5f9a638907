package io.lianshu.engine;

import io.lianshu.platform.graph.GraphServer.Restored;
import io.lianshu.platform.graph.GraphSettings;
import io.lianshu.platform.graph.SettingsOnly;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.secret.KeyRing;
import io.lianshu.platform.secret.KeySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lianshu restore}: 0 when the data directory holds the backup's graph, 1 when nothing was changed. */
@Component
@EnableConfigurationProperties({EngineSettings.class, GraphSettings.class, KeySettings.class})
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {"把备份恢复到数据目录，须先停止服务 / restore a backup into the data directory, while no hub serves it"})
class RestoreCommand implements Callable<Integer>, SettingsOnly {

    private static final long SPARE_BYTES = 200L << 20;

    private final EngineSettings settings;
    private final GraphSettings graph;
    private final KeySettings keys;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "lianshu backup 写成的文件 / the file that lianshu backup has written")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "数据目录中已有图时，把它移到一旁 / where there is a graph, move it aside")
    private boolean replace;

    @Option(
            names = "--without-keys",
            description = "没有备份的密钥也恢复，加密的值从此读不出 / restore without the backup's keys, "
                    + "whose sealed values can then not be read")
    private boolean withoutKeys;

    RestoreCommand(EngineSettings settings, GraphSettings graph, KeySettings keys) {
        this.settings = settings;
        this.graph = graph;
        this.keys = keys;
    }

    @Override
    public Integer call() {
        try {
            if (graph.uri() != null) {
                throw BackupRefusal.externalGraph();
            }
            restore(spec.commandLine().getOut());
            return ExitCode.OK;
        } catch (Refusal e) {
            spec.commandLine().getErr().println(e.message(false));
            spec.commandLine().getErr().println(e.english());
            return ExitCode.SOFTWARE;
        }
    }

    private void restore(PrintWriter out) {
        Path root = settings.data();
        try (BackupFile backup = BackupFile.open(file);
                DataDirectory data = DataDirectory.claim(root, "lianshu restore")
                        .orElseThrow(() -> EngineRefusal.dataInUse(root, DataDirectory.holder(root)))) {
            data.awaitEngineEnd();
            StoreSwap.finish(data);
            BackupManifest manifest = backup.manifest();
            boolean keysToo = check(manifest, data);
            out.printf(
                    "正在核验 / verifying %s，%s，%,d 个文件 files，%,d 字节 bytes …%n",
                    file, manifest.taken(), manifest.files().size(), manifest.size());
            out.flush();
            backup.verify();
            out.println("完好，正在恢复 / sound; restoring …");
            out.flush();
            put(backup, data, keysToo, out);
            out.printf("已恢复到 %s；启动服务即可，旧版数据在启动时升级%n", root);
            out.printf("restored into %s; start the hub, which brings older data up to date%n", root);
            tellWhatComesBack(manifest, out);
            if (!keysToo && !fits(KeyRing.existing(keys), manifest.keys())) {
                out.println("注意：没有备份的密钥，加密的值读不出 / NOTE: without the backup's keys its sealed values cannot be read");
            }
        } catch (IOException e) {
            throw EngineRefusal.dataUnusable(root, e.toString());
        }
    }

    private void tellWhatComesBack(BackupManifest manifest, PrintWriter out) {
        Path erased = settings.data().resolve("erased");
        out.printf("下次启动时：结束全部会话；按 %s 重新删除备份后已删除的个人信息%n", erased);
        if (!Files.exists(erased)) {
            out.println("注意：该文件不存在；若曾删除过个人信息，请先从原数据目录把它复制过来");
        }
        out.printf("%s 之后的其余更改不在图中：已撤销的角色、已停用的账号、已改的密码和微信绑定会恢复原状，请核对。%n", manifest.taken());
        out.println("原图的审计（auditEvents）记有这些更改：恢复前先用 lianshu backup 备份原图，把该备份恢复到另一目录即可查阅");
        out.printf(
                "at the next start: every session ends, and those whom %s names are erased again if that was after the backup%n",
                erased);
        if (!Files.exists(erased)) {
            out.println(
                    "NOTE: there is no such file; if people were erased, copy it from the former data directory first");
        }
        out.printf(
                "whatever else was done since %s is not there: withdrawn roles, suspended accounts, changed passwords and WeChat"
                        + " links are as they were; go through them%n",
                manifest.taken());
        out.println(
                "the former graph's auditEvents tell them: lianshu backup it before, and restore that into a directory of its"
                        + " own to read them");
    }

    private void put(BackupFile backup, DataDirectory data, boolean keysToo, PrintWriter out) throws IOException {
        Path unpacked = StoreSwap.unpacked(data);
        ZonedDateTime now =
                ZonedDateTime.now(Clock.system(ZoneId.of("Asia/Shanghai"))).truncatedTo(ChronoUnit.SECONDS);
        Restored restored = backup.restored(now);
        String aside = "store-" + now.format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        try {
            OwnerOnly.directory(unpacked);
            backup.unpack(unpacked);
            int attachments = backup.unpackAttachments(data.root());
            if (attachments > 0) {
                out.printf("照片与附件 / photos and files：%,d%n", attachments);
            }
            if (keysToo) {
                backup.unpackKeys(keys.file());
            }
            StoreSwap.swap(data, aside, backup.manifest().engine(), restored);
        } finally {
            // Nothing is left of a restore that failed before its note was there.
            StoreSwap.finish(data);
        }
        Path former = data.engine().resolve(aside);
        if (Files.exists(former)) {
            out.println("原图已移到 / the former graph is in " + former);
        }
        if (keysToo) {
            out.println("密钥文件已一并恢复 / the key file is restored as well: " + keys.file());
        }
    }

    /** Whether the backup's key file is to be restored too; refuses what can be refused without reading everything. */
    private boolean check(BackupManifest manifest, DataDirectory data) {
        String ours = EngineFolder.find(settings.engine().home()).version();
        if (Versions.compare(manifest.engine(), ours) > 0) {
            throw BackupRefusal.newer(file, manifest.engine(), ours);
        }
        if (data.hasStore() && !replace) {
            throw BackupRefusal.dataThere(data.root());
        }
        long needed = manifest.size() + SPARE_BYTES;
        long free = data.root().toFile().getUsableSpace();
        if (free < needed) {
            throw BackupRefusal.noSpace(data.root(), needed, free);
        }
        Optional<KeyRing> ring = KeyRing.existing(keys);
        if (ring.isEmpty() && manifest.hasKeys()) {
            return true;
        }
        if (!withoutKeys && !fits(ring, manifest.keys())) {
            throw BackupRefusal.keysMissing(keys.file(), manifest.keys());
        }
        return false;
    }

    /** Every key opens what it sealed; the first one makes the hashes by which the graph joins. */
    private static boolean fits(Optional<KeyRing> ring, List<String> needed) {
        return ring.map(KeyRing::ids)
                .filter(ids -> ids.containsAll(needed)
                        && (needed.isEmpty() || ids.get(0).equals(needed.get(0))))
                .isPresent();
    }
}
