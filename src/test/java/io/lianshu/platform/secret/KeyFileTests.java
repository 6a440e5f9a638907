package io.lianshu.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key file is changed whole, by one after the other, and stays whose it was. */
class KeyFileTests {

    @TempDir
    Path folder;

    private Path file;
    private KeyRing ring;

    @BeforeEach
    void aKeyFile() {
        file = folder.resolve("keys");
        ring = KeyFile.read(settings(file));
    }

    private static KeySettings settings(Path file) {
        return new KeySettings(file.resolveSibling("."), new KeySettings.Keys(file, null));
    }

    @Test
    void ofManyWhoAddAtOnceNoneLosesAKey() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Future<?>> added = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            added.add(many.submit(() -> KeyFile.add(file)));
        }
        for (Future<?> one : added) {
            one.get();
        }
        many.shutdown();
        assertThat(KeyFile.read(settings(file)).ids())
                .hasSize(25)
                .startsWith(ring.ids().get(0));
    }

    @Test
    void aLinkStaysALinkAndPermissionsStayWhatTheyWere() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("vault"));
        Path real = Files.move(file, elsewhere.resolve("real"));
        Files.createSymbolicLink(file, real);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        KeyFile.add(file);
        assertThat(file).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
        KeyFile.drop(file, KeyFile.read(settings(file)).ids().get(1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.read(settings(real)).ids()).isEqualTo(ring.ids());
        try (var left = Files.list(elsewhere)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("real", "real.lock");
        }
    }

    /** The key that was dropped is not the one that seals next, even where it sealed last. */
    @Test
    void aHubThatServesSealsWithNoKeyThatWasDropped() throws Exception {
        KeyFile.add(file);
        KeyRing serving = KeyFile.read(settings(file));
        Sealer sealer = new KeyRingSealer(serving);
        String dropped = serving.current();
        assertThat(sealer.seal("a")).startsWith(Sealer.beginning(dropped));
        KeyFile.add(file);
        KeyFile.drop(file, dropped);
        // Some systems tell the time of a file by the second only.
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));
        assertThat(sealer.seal("b"))
                .startsWith(Sealer.beginning(KeyFile.read(settings(file)).current()));
        assertThat(serving.ids()).doesNotContain(dropped);
    }
}
