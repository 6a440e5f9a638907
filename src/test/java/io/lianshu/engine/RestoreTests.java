package io.lianshu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.BackupManifest.Part;
import io.lianshu.platform.graph.GraphSettings;
import io.lianshu.platform.secret.KeyRing;
import io.lianshu.platform.secret.KeySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a restore refuses leaves every file as it was. */
class RestoreTests {

    private static final String GRAPH = "databases/neo4j/neostore";
    private static final String VERSION = EngineFolder.find(null).version();

    @TempDir
    Path folder;

    private Path data;
    private Path backup;
    private String said = "";

    @BeforeEach
    void aBackupAndItsKeys() throws IOException {
        data = folder.resolve("data");
        backup = folder.resolve("backup.zip");
        keys(1);
        write(backup, "new graph", false, manifest -> manifest);
    }

    @Test
    void aBackupIsForItsOwnerAndIsPutInPlace() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(restore()).isZero();
        assertThat(graph()).isEqualTo("new graph");
        assertThat(data.resolve("engine/version")).hasContent(VERSION);
        assertThat(Files.list(data.resolve("engine"))
                        .map(path -> path.getFileName().toString()))
                .containsExactlyInAnyOrder("store", "version", "engine.lock", "restored.note");
    }

    @Test
    void aGraphThatIsThereStaysUnlessItIsToBeReplaced() throws IOException {
        oldGraph();
        assertThat(restore()).isEqualTo(1);
        assertThat(graph()).isEqualTo("old graph");
        assertThat(said).contains("--replace", "已有图");

        assertThat(restore("--replace")).isZero();
        assertThat(graph()).isEqualTo("new graph");
        try (Stream<Path> all = Files.list(data.resolve("engine"))) {
            Path aside = all.filter(path -> path.getFileName().toString().startsWith("store-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(aside.resolve(GRAPH)).hasContent("old graph");
            assertThat(said).contains(aside.toString());
        }
    }

    @Test
    void everyFlippedByteOfTheGraphIsSeen() throws IOException {
        oldGraph();
        byte[] sound = Files.readAllBytes(backup);
        int begin = new String(sound, StandardCharsets.ISO_8859_1).indexOf(GRAPH) + GRAPH.length();
        for (int place = begin; place < begin + 8; place++) {
            byte[] bytes = sound.clone();
            bytes[place] ^= 0x10;
            Files.write(backup, bytes);
            refused("no sound backup", "不是完好的备份");
        }
    }

    @Test
    void aTruncatedFileIsSeen() throws IOException {
        oldGraph();
        byte[] sound = Files.readAllBytes(backup);
        for (int length : new int[] {0, 10, sound.length / 2, sound.length - 1}) {
            Files.write(backup, Arrays.copyOf(sound, length));
            refused("no sound backup");
        }
    }

    @Test
    void whatIsMissingAddedOrLeadsElsewhereIsSeen() throws IOException {
        oldGraph();
        Part evil = new Part("store/../../../evil", 1, "00");
        write(backup, "new graph", false, manifest -> with(manifest, List.of(evil), VERSION, 1));
        refused("must not be", "evil");
        write(backup, "new graph", false, manifest -> with(manifest, List.of(), VERSION, 1));
        refused("not in the manifest");
        Part more = new Part("store/more", 1, "00");
        write(backup, "new graph", false, manifest -> with(manifest, join(manifest.files(), more), VERSION, 1));
        refused("missing: store/more");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void whatANewerProgramWroteIsRefused() throws IOException {
        oldGraph();
        write(backup, "new graph", false, manifest -> with(manifest, manifest.files(), "2099.1.0", 1));
        refused("newer engine 2099.1.0", "较新");
        write(backup, "new graph", false, manifest -> with(manifest, manifest.files(), VERSION, 2));
        refused("has format 2");
    }

    @Test
    void withoutItsKeysItIsRestoredOnlyKnowingly() throws IOException {
        Files.delete(data.resolve("keys"));
        refused("--without-keys", "密钥");
        assertThat(data.resolve("keys")).doesNotExist();
        keys(2);
        refused("--without-keys");
        // The right key, yet not the first, which makes the hashes.
        Files.writeString(data.resolve("keys"), key(2) + "\n" + key(1) + "\n");
        refused("--without-keys");

        assertThat(restore("--without-keys")).isZero();
        assertThat(said).contains("NOTE: without the backup's keys");
        assertThat(data.resolve("keys")).content().startsWith(key(2));
    }

    @Test
    void keysInTheBackupComeBackWhereThereAreNone() throws IOException {
        write(backup, "new graph", true, manifest -> manifest);
        keys(2);
        refused("move the key file");
        Files.delete(data.resolve("keys"));
        assertThat(restore()).isZero();
        assertThat(data.resolve("keys")).hasContent(key(1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyAddedSinceDoesNotMatter() throws IOException {
        Files.writeString(data.resolve("keys"), key(1) + "\n" + key(2) + "\n");
        assertThat(restore()).isZero();
    }

    @Test
    void aServedDirectoryAndAnExternalGraphAreRefused() throws IOException {
        oldGraph();
        try (var held = DataDirectory.claim(data, "lianshu serve").orElseThrow()) {
            refused("in use", "lianshu serve, pid ", held.root().toString());
        }
        GraphSettings external = new GraphSettings(
                URI.create("bolt://host:7687"), "", "", null, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);
        assertThat(run(external)).isEqualTo(1);
        assertThat(said).contains("neo4j-admin database dump");
    }

    @Test
    void aRestoreThatWasKilledLeavesTheOldOrTheNew() throws IOException {
        oldGraph();
        Path unpacked = Files.createDirectories(data.resolve("engine/restored/databases/neo4j"));
        Files.writeString(unpacked.resolve("neostore"), "half a gra");
        open();
        assertThat(graph()).isEqualTo("old graph");
        assertThat(data.resolve("engine/restored")).doesNotExist();

        // Killed behind its note, before, between and behind the two moves.
        for (int moves = 0; moves < 3; moves++) {
            oldGraph();
            Files.createDirectories(unpacked);
            Files.writeString(unpacked.resolve("neostore"), "new graph");
            Files.writeString(data.resolve("engine/restore.note"), "store-" + moves + "\n" + VERSION + "\n");
            if (moves > 0) {
                Files.move(data.resolve("engine/store"), data.resolve("engine/store-" + moves));
            }
            if (moves > 1) {
                Files.move(data.resolve("engine/restored"), data.resolve("engine/store"));
            }
            open();
            assertThat(graph()).isEqualTo("new graph");
            assertThat(data.resolve("engine/store-" + moves + "/" + GRAPH)).hasContent("old graph");
            assertThat(data.resolve("engine/restore.note")).doesNotExist();
        }
    }

    private void open() {
        try (var opened = DataDirectory.claim(data, "lianshu serve").orElseThrow()) {
            opened.open(VERSION);
        }
    }

    private void oldGraph() throws IOException {
        Path file = data.resolve("engine/store").resolve(GRAPH);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "old graph");
    }

    private String graph() throws IOException {
        return Files.readString(data.resolve("engine/store").resolve(GRAPH));
    }

    private void keys(int key) throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("keys"), key(key) + "\n");
    }

    private static String key(int key) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) key);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void write(Path file, String graph, boolean withKeys, UnaryOperator<BackupManifest> altered)
            throws IOException {
        Files.deleteIfExists(file);
        Path source = Files.writeString(folder.resolve("source"), graph);
        List<String> ids = KeyRing.existing(keySettings()).orElseThrow().ids();
        try (BackupWriter writer = new BackupWriter(file)) {
            writer.put(BackupManifest.STORE + GRAPH, source);
            if (withKeys) {
                writer.put(BackupManifest.KEYS, data.resolve("keys"));
            }
            writer.finish(
                    altered.apply(new BackupManifest(1, null, VERSION, "2026-01-01T00:00:00Z", ids, writer.parts())));
        }
    }

    private static BackupManifest with(BackupManifest manifest, List<Part> files, String engine, int format) {
        return new BackupManifest(format, null, engine, manifest.taken(), manifest.keys(), files);
    }

    private static List<Part> join(List<Part> files, Part more) {
        return Stream.concat(files.stream(), Stream.of(more)).toList();
    }

    private void refused(String... parts) throws IOException {
        Map<String, String> before = snapshot();
        assertThat(restore("--replace")).isEqualTo(1);
        assertThat(snapshot()).isEqualTo(before);
        assertThat(said).contains(parts);
    }

    /** Every file that says something; the locks and who holds them do not. */
    private Map<String, String> snapshot() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(?:\\.lock|\\.pid)"))
                    .collect(Collectors.toMap(Path::toString, RestoreTests::text, (a, b) -> a, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeySettings keySettings() {
        return new KeySettings(data, new KeySettings.Keys(null, null));
    }

    private int restore(String... options) {
        return run(new GraphSettings(null, "", "", null, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1), options);
    }

    private int run(GraphSettings graph, String... options) {
        var engine =
                new EngineSettings.Engine(null, 0, "256m", "32m", Duration.ofMinutes(1), Duration.ofMinutes(1), false);
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        CommandLine line = new CommandLine(
                        new RestoreCommand(new EngineSettings(data, true, engine), graph, keySettings()))
                .setOut(out)
                .setErr(out);
        int code = line.execute(
                Stream.concat(Stream.of(backup.toString()), Stream.of(options)).toArray(String[]::new));
        said = text.toString();
        return code;
    }
}
