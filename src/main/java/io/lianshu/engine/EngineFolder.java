package io.lianshu.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Neo4j's own jars, apart from the hub's class path. */
record EngineFolder(Path home, String version) {

    private static final Pattern KERNEL = Pattern.compile("neo4j-kernel-(\\d[\\w.-]*)\\.jar");

    /** The folder that the setting names, or {@code engine} beside the jar (in a checkout: beside the classes). */
    static EngineFolder find(@Nullable Path setting) {
        Path home =
                setting == null ? besideTheProgram() : setting.toAbsolutePath().normalize();
        if (Files.isDirectory(home)) {
            try (Stream<Path> jars = Files.list(home)) {
                var version = jars.map(jar -> KERNEL.matcher(jar.getFileName().toString()))
                        .filter(Matcher::matches)
                        .map(kernel -> kernel.group(1))
                        .findFirst();
                if (version.isPresent()) {
                    return new EngineFolder(home, version.get());
                }
            } catch (IOException e) {
                throw EngineRefusal.folderMissing(home, e.toString());
            }
        }
        throw EngineRefusal.folderMissing(
                home, Files.isDirectory(home) ? "neo4j-kernel-*.jar is not in it" : "no such folder");
    }

    /** The classes lie in a directory, in a jar, or inside the jar from which everything is started. */
    private static Path besideTheProgram() {
        String classes = EngineFolder.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        String outermost = classes.replaceFirst("^jar:", "")
                .replaceFirst("^nested:", "file:")
                .replaceFirst("/?!.*$", "");
        return Path.of(URI.create(outermost)).toAbsolutePath().resolveSibling("engine");
    }

    /**
     * The child's class path: its own classes, taken out of our jar into another, and every engine jar. Jars
     * one by one and in the same order each time: only then can the classes be archived.
     */
    List<Path> classPath(Path directory) throws IOException {
        List<Path> classPath = new ArrayList<>();
        classPath.add(launcher(directory.resolve("launcher.jar")));
        try (Stream<Path> jars = Files.list(home)) {
            jars.filter(jar -> jar.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .forEach(classPath::add);
        }
        return classPath;
    }

    /** Written only where it is not there as it should be: an archive of classes knows its jars by their times. */
    private static Path launcher(Path jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Class<?> type : List.of(EngineLauncher.class, StoreCopy.class)) {
                put(type.getName().replace('.', '/') + ".class", zip);
            }
        }
        if (!Files.exists(jar) || !Arrays.equals(Files.readAllBytes(jar), bytes.toByteArray())) {
            Files.write(jar, bytes.toByteArray());
        }
        return jar;
    }

    private static void put(String name, ZipOutputStream zip) throws IOException {
        try (InputStream bytes = EngineFolder.class.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException(name + " is not on the class path");
            }
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            bytes.transferTo(zip);
            zip.closeEntry();
        }
    }
}
