package io.lianshu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a backup is one backup's, and whole. */
class BackupWriterTests {

    @TempDir
    Path folder;

    @Test
    void ofTwoBackupsToOneNameTheSecondIsRefused() throws IOException {
        Path file = folder.resolve("b.zip");
        try (BackupWriter one = new BackupWriter(file);
                BackupWriter other = new BackupWriter(file)) {
            put(one, "one");
            put(other, "other");
            one.finish(manifest(one));
            byte[] written = Files.readAllBytes(file);
            assertThatThrownBy(() -> other.finish(manifest(other)))
                    .isInstanceOf(BackupRefusal.class)
                    .hasMessageContaining("is there already");
            assertThat(file).hasBinaryContent(written);
        }
        assertThat(names()).containsExactlyInAnyOrder("b.zip", "source");
        try (BackupFile read = BackupFile.open(file)) {
            read.verify();
        }
    }

    @Test
    void whatAKilledBackupLeftGoesAndWhatRunsStays() throws IOException {
        Path file = folder.resolve("b.zip");
        // No process has this number.
        Files.writeString(folder.resolve("b.zip.999999999.1f.part"), "half");
        Files.writeString(folder.resolve("c.zip.999999999.1f.part"), "of another file");
        Files.writeString(folder.resolve("b.zip.part"), "somebody's own");
        try (BackupWriter running = new BackupWriter(file)) {
            assertThat(BackupWriter.clean(file)).hasSize(1);
            assertThat(names()).hasSize(3).doesNotContain("b.zip.999999999.1f.part");
            put(running, "x");
            running.finish(manifest(running));
        }
        assertThat(names()).contains("b.zip", "c.zip.999999999.1f.part", "b.zip.part");
    }

    private void put(BackupWriter writer, String text) throws IOException {
        writer.put(BackupManifest.STORE + "x", Files.writeString(folder.resolve("source"), text));
    }

    private static BackupManifest manifest(BackupWriter writer) {
        return new BackupManifest(1, null, "5.0.0", "2026-01-01T00:00:00Z", List.of(), writer.parts());
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
