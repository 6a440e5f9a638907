package io.lianshu.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** The child's class path: the launcher, copied out of our own jar to {@code directory}, and every engine jar. */
    String classPath(Path directory) throws IOException {
        String name = EngineLauncher.class.getName().replace('.', '/') + ".class";
        Path target = directory.resolve(name);
        Files.createDirectories(target.resolveSibling("."));
        try (InputStream launcher = EngineLauncher.class.getClassLoader().getResourceAsStream(name)) {
            if (launcher == null) {
                throw new IOException(name + " is not on the class path");
            }
            Files.copy(launcher, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return directory + System.getProperty("path.separator") + home.resolve("*");
    }
}
