package io.lianshu.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The photos and files of the data directory in a backup. They are put in after the graph, so that whatever the graph in it
 * knows is there; each has a name of its own and never changes.
 */
final class AttachmentFiles {

    private static final String FOLDER = "attachments";
    private static final Pattern PATH = Pattern.compile(FOLDER + "/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{32}(?:\\.small)?");

    private AttachmentFiles() {}

    static boolean isOne(String path) {
        return PATH.matcher(path).matches();
    }

    /** How many were put in. */
    static int put(Path data, BackupWriter writer) throws IOException {
        int written = 0;
        for (Path file : all(data)) {
            try {
                writer.put(path(data, file), file);
                written++;
            } catch (NoSuchFileException e) {
                // Nothing was made of it, and the hub has removed it meanwhile.
            }
        }
        return written;
    }

    private static List<Path> all(Path data) throws IOException {
        Path folder = data.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all =
                Files.find(folder, 3, (file, attributes) -> attributes.isRegularFile() && isOne(path(data, file)))) {
            return all.sorted().toList();
        }
    }

    private static String path(Path data, Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }
}
