package io.lianshu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos in a backup, and back. */
class AttachmentFilesTests {

    private static final String PHOTO = "attachments/ab/cd/abcd" + "0".repeat(28);

    @TempDir
    Path folder;

    @Test
    void photosThatAreMissingComeBackAndThoseThatAreThereStay() throws IOException {
        Path from = folder.resolve("from");
        Files.createDirectories(from.resolve("attachments/ab/cd"));
        Files.createDirectories(from.resolve("attachments/incoming"));
        Files.writeString(from.resolve("attachments/incoming/half"), "half");
        Files.writeString(from.resolve(PHOTO), "photo");
        Files.writeString(from.resolve(PHOTO + ".small"), "small");
        Path backup = folder.resolve("backup.zip");
        try (BackupWriter writer = new BackupWriter(backup)) {
            writer.put(BackupManifest.STORE + "graph", Files.writeString(folder.resolve("graph"), "graph"));
            assertThat(AttachmentFiles.put(from, writer)).isEqualTo(2);
            assertThat(AttachmentFiles.put(folder.resolve("nothing"), writer)).isZero();
            writer.finish(new BackupManifest(1, null, "5", "2026-01-01T00:00:00Z", List.of(), writer.parts()));
        }
        Path to = folder.resolve("to");
        Files.createDirectories(to.resolve("attachments/ab/cd"));
        Files.writeString(to.resolve(PHOTO), "the same");
        try (BackupFile file = BackupFile.open(backup)) {
            file.verify();
            assertThat(file.unpackAttachments(to)).isOne();
        }
        assertThat(to.resolve(PHOTO)).hasContent("the same");
        assertThat(to.resolve(PHOTO + ".small")).hasContent("small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachments/../../keys", "attachments/ab/cd/x", "keys", "attachments/ab/cd/abcd/../keys"})
    void whatLeadsElsewhereIsNone(String path) {
        assertThat(AttachmentFiles.isOne(path)).isFalse();
    }
}
