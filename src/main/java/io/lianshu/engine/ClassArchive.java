package io.lianshu.engine;

import io.lianshu.platform.identifier.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's classes as its Java loads them fastest: an archive that the first engine to end well leaves in the data
 * directory. It is named after everything it depends on, so another Java or other jars make another one; Java itself
 * passes over an archive that does not fit.
 */
final class ClassArchive {

    private static final Logger log = LoggerFactory.getLogger(ClassArchive.class);
    private static final long LEAST_FREE_BYTES = 1L << 30;

    private final Path file;
    private final Path written;

    private ClassArchive(Path file) {
        this.file = file;
        this.written = file.resolveSibling("classes.new");
    }

    static ClassArchive of(Path directory, List<Path> classPath) throws IOException {
        StringBuilder key = new StringBuilder();
        for (String property : List.of("java.vm.vendor", "java.vm.name", "java.vm.version", "os.arch", "java.home")) {
            key.append(System.getProperty(property)).append('\n');
        }
        for (Path jar : classPath) {
            key.append(jar)
                    .append(' ')
                    .append(Files.size(jar))
                    .append(' ')
                    .append(Files.getLastModifiedTime(jar).toMillis())
                    .append('\n');
        }
        String name = HexFormat.of().formatHex(Sha256.of(key.toString()), 0, 8);
        return new ClassArchive(directory.resolve("classes-" + name + ".jsa"));
    }

    /** What the engine's Java is told: to use the archive, or to leave one behind where there is none. */
    List<String> options() throws IOException {
        // What an engine began to write that was killed meanwhile.
        Files.deleteIfExists(written);
        if (exists()) {
            if (Files.size(file) == 0) {
                return List.of();
            }
            return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:disable");
        }
        return file.resolveSibling(".").toFile().getUsableSpace() < LEAST_FREE_BYTES
                ? List.of()
                : List.of("-XX:ArchiveClassesAtExit=" + written, "-Xshare:auto", "-Xlog:disable");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Takes over what an engine has left that has ended well; archives of other jars or another Java go. */
    void keep() {
        try {
            if (!Files.exists(written)) {
                return;
            }
            try (Stream<Path> others = Files.list(file.resolveSibling("."))) {
                for (Path other : others.filter(
                                path -> path.getFileName().toString().endsWith(".jsa"))
                        .toList()) {
                    Files.delete(other);
                }
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.debug("The engine's class archive is not kept", e);
        }
    }

    /** On a machine where writing takes longer than a stop may, no engine is asked for an archive again. */
    void giveUp() {
        discard();
        try {
            Files.createFile(file);
        } catch (IOException e) {
            log.debug("The next engine writes a class archive again", e);
        }
    }

    /** Forgets an archive, or the beginning of one. */
    void discard() {
        try {
            Files.deleteIfExists(written);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.debug("The engine's class archive stays", e);
        }
    }
}
