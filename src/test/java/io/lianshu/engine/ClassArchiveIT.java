package io.lianshu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveIT {

    @TempDir
    Path root;

    @Test
    void theFirstEngineLeavesAnArchiveAndNoDamageToItKeepsTheNextFromStarting() throws IOException {
        run();
        Path archive = archives().get(0);
        assertThat(Files.size(archive)).isGreaterThan(1 << 20);
        FileTime written = Files.getLastModifiedTime(archive);

        run();
        assertThat(archives()).containsExactly(archive);
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(written);

        Files.delete(archive);
        Files.write(archive, new byte[5000]);
        run();
        assertThat(archives()).containsExactly(archive);
    }

    @Test
    void anArchiveIsKnownByTheJarsItWasMadeOf() throws IOException {
        Path jar = Files.writeString(root.resolve("one.jar"), "1");
        ClassArchive before = ClassArchive.of(root, List.of(jar));
        Files.writeString(root.resolve("classes.new"), "archive");
        before.keep();
        assertThat(before.exists()).isTrue();
        assertThat(ClassArchive.of(root, List.of(jar)).exists()).isTrue();

        Files.writeString(jar, "22");
        ClassArchive after = ClassArchive.of(root, List.of(jar));
        assertThat(after.exists()).isFalse();
        Files.writeString(root.resolve("classes.new"), "archive");
        after.keep();
        assertThat(after.exists()).isTrue();
        assertThat(before.exists()).isFalse();
    }

    @Test
    void whatAKilledEngineBeganToWriteIsNoArchive() throws IOException {
        Path jar = Files.writeString(root.resolve("one.jar"), "1");
        Path begun = Files.writeString(root.resolve("classes.new"), "half an arch");
        ClassArchive archive = ClassArchive.of(root, List.of(jar));
        assertThat(archive.options()).anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="));
        assertThat(begun).doesNotExist();
        archive.giveUp();
        assertThat(archive.options()).isEmpty();
    }

    private void run() {
        var settings =
                new EngineSettings.Engine(null, 0, "256m", "32m", Duration.ofMinutes(3), Duration.ofMinutes(3), true);
        try (EmbeddedEngine engine =
                EmbeddedEngine.on(DataDirectory.claim(root, "lianshu serve").orElseThrow(), settings)) {
            engine.start();
        }
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("engine"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("classes"))
                    .toList();
        }
    }
}
