package io.lianshu.engine;

import io.lianshu.engine.CopyRequest.Copy;
import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.GraphServer;
import io.lianshu.platform.graph.StandsAlone;
import io.lianshu.platform.graph.StartsItself;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.secret.KeyRing;
import io.lianshu.platform.secret.KeySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lianshu backup}: through the engine of the hub that serves, or one of its own; 0 when the file is written. */
@Component
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {"把图备份成一个文件；服务可照常运行 / back the graph up into one file; a hub may be serving it"})
class BackupCommand implements Callable<Integer>, StandsAlone, StartsItself {

    private final GraphServer server;
    private final EngineSettings settings;
    private final KeySettings keys;
    private final ObjectProvider<AuditTrail> audit;
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "要写的文件，如 lianshu-20250101.zip / the file to write")
    private Path file = Path.of("");

    @Option(
            names = "--with-keys",
            description = "把密钥文件也放入备份 / put the key file in as well; then the file is a secret itself")
    private boolean withKeys;

    BackupCommand(
            GraphServer server,
            EngineSettings settings,
            KeySettings keys,
            ObjectProvider<AuditTrail> audit,
            Clock clock) {
        this.server = server;
        this.settings = settings;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file that is there is refused without waiting for a graph. */
    @Override
    public boolean standsAlone() {
        return Files.exists(file);
    }

    @Override
    public Integer call() {
        try {
            if (standsAlone()) {
                throw BackupRefusal.fileThere(file);
            }
            return backup(spec.commandLine().getOut());
        } catch (Refusal e) {
            spec.commandLine().getErr().println(e.message(false));
            spec.commandLine().getErr().println(e.english());
            return ExitCode.SOFTWARE;
        }
    }

    private int backup(PrintWriter out) {
        if (!server.embedded()) {
            throw BackupRefusal.externalGraph();
        }
        if (server instanceof EmbeddedEngine own && own.isFresh()) {
            throw BackupRefusal.nothingThere(settings.data());
        }
        if (withKeys && keys.asValue()) {
            throw BackupRefusal.keysNotInAFile();
        }
        List<String> ids = keyIds();
        long begun = System.nanoTime();
        ZonedDateTime taken = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        BackupManifest manifest = written(ids, taken, out);
        out.printf(
                "备份已写成：%s，%,d 字节，%,d 个文件，用时 %.1f s%n",
                file, file.toFile().length(), manifest.files().size(), seconds(begun));
        out.printf(
                "the backup is written: %s, %,d bytes, %,d files, took %.1f s%n",
                file, file.toFile().length(), manifest.files().size(), seconds(begun));
        if (withKeys) {
            out.println("注意：备份含密钥。得到此文件的人可解开全部加密的值，请当作机密保管。");
            out.println("NOTE: the keys are in it. Whoever has this file can open every sealed value: keep it secret.");
        } else {
            out.println("注意：备份不含密钥（" + keysPlace() + "）。没有密钥，加密的值无法读出；请另行备份，并与本文件分开保管。");
            out.println("NOTE: the keys (" + keysPlace()
                    + ") are not in it. Without them no sealed value can be read: keep a "
                    + "copy of them, apart from this file.");
        }
        tell(taken, manifest, out);
        return ExitCode.OK;
    }

    private BackupManifest written(List<String> ids, ZonedDateTime taken, PrintWriter out) {
        Path engine = settings.data().resolve("engine");
        try {
            for (Path left : BackupWriter.clean(file)) {
                out.println("已删除被中断的备份留下的文件 / removed what a backup that was killed had left: " + left);
            }
        } catch (IOException e) {
            out.println("被中断的备份可能留有文件 / a backup that was killed may have left files: " + e);
        }
        try (BackupWriter writer = new BackupWriter(file)) {
            server.start();
            try (CopyRequest request = CopyRequest.on(engine)) {
                out.println("正在复制图 / copying the graph …");
                out.flush();
                Copy copy = request.copy();
                out.printf(
                        "已复制，图停顿 %d ms；正在写文件 / copied, the graph stood still for %d ms; writing the file …%n",
                        copy.pauseMillis(), copy.pauseMillis());
                out.flush();
                for (Path part : files(copy.folder())) {
                    String path = copy.folder().relativize(part).toString().replace('\\', '/');
                    writer.put(BackupManifest.STORE + path, part);
                }
            }
            int attachments = AttachmentFiles.put(settings.data(), writer);
            if (attachments > 0) {
                out.printf("照片与附件 / photos and files：%,d%n", attachments);
            }
            if (withKeys) {
                writer.put(BackupManifest.KEYS, keys.file());
            }
            // What the copy holds may be sealed with a key that came or went meanwhile.
            if (!keyIds().equals(ids)) {
                throw BackupRefusal.keysChanged();
            }
            BackupManifest manifest = new BackupManifest(
                    BackupManifest.FORMAT,
                    BackupCommand.class.getPackage().getImplementationVersion(),
                    Files.readString(engine.resolve("version")).strip(),
                    taken.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                    ids,
                    writer.parts());
            writer.finish(manifest);
            return manifest;
        } catch (IOException | UncheckedIOException e) {
            throw BackupRefusal.notWritten(file, String.valueOf(e));
        }
    }

    /** The event is for the graph that was copied, and so is not in the copy. */
    private void tell(ZonedDateTime taken, BackupManifest manifest, PrintWriter out) {
        try {
            audit.getObject()
                    .append(new AuditEntry(
                            taken,
                            AuditAction.BACKUP,
                            AuditEntry.COMMAND_LINE,
                            "",
                            "backup",
                            null,
                            null,
                            manifest.files().size() + " files, " + manifest.size() + " bytes to " + file.getFileName()
                                    + (withKeys ? ", with keys" : "")));
        } catch (RuntimeException e) {
            out.println("备份未能记入审计链 / the backup could not be told in the audit: " + e.getMessage());
        }
    }

    private List<String> keyIds() {
        return KeyRing.existing(keys)
                .orElseThrow(() -> BackupRefusal.keysNotFound(keys.file()))
                .ids();
    }

    private String keysPlace() {
        return keys.asValue() ? "lianshu.keys.value" : keys.file().toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
