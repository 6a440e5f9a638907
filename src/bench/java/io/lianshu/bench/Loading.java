package io.lianshu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a command that fills a new data directory took.
 *
 * @param took from the command's start to its end, its own engine's start and end included
 * @param said the last line that the command printed
 */
record Loading(Duration took, String said) {

    static Loading of(Options options, List<String> arguments) throws IOException, InterruptedException {
        Path data = options.target().resolve("loaded-data");
        Directories.delete(data);
        List<String> command = new ArrayList<>(options.hub());
        command.addAll(arguments);
        command.add("--lianshu.data=" + data);
        Path output = options.target().resolve(arguments.get(0) + ".out");
        long begun = System.nanoTime();
        try (Running running = Running.start(command, Path.of(""), Map.of(), output)) {
            int code = running.ending();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (code != 0) {
                throw new IllegalStateException(arguments.get(0) + " ended with " + code + ": " + running.output());
            }
            List<String> lines = Files.readAllLines(output);
            return new Loading(took, lines.get(lines.size() - 1).strip());
        } finally {
            Directories.delete(data);
        }
    }

    double seconds() {
        return took.toMillis() / 1e3;
    }
}
