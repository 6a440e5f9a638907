package io.lianshu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What importing a generated file took.
 *
 * @param took from the command's start to its end, its own engine's start and end included
 * @param said the last line that the command printed
 */
record Import(int bids, Duration took, String said) {

    static Import of(Options options) throws IOException, InterruptedException {
        Sample sample = new Sample(options.importProjects(), 10, 2_000, 20);
        Path file = options.target().resolve("bids.csv");
        sample.writeCsv(file);
        Path data = options.target().resolve("import-data");
        Directories.delete(data);
        List<String> command = new ArrayList<>(options.hub());
        command.addAll(List.of(
                "import",
                "--mapping",
                options.sources().resolve("bids.yaml").toString(),
                "--report",
                options.target().resolve("import-report.csv").toString(),
                file.toString(),
                "--lianshu.data=" + data));
        Path output = options.target().resolve("import.out");
        long begun = System.nanoTime();
        try (Running running = Running.start(command, Path.of(""), Map.of(), output)) {
            int code = running.ending();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (code != 0) {
                throw new IllegalStateException("The import ended with " + code + ": " + running.output());
            }
            List<String> lines = Files.readAllLines(output);
            return new Import(sample.bids(), took, lines.get(lines.size() - 1).strip());
        } finally {
            Directories.delete(data);
        }
    }

    double rate() {
        return bids * 1e9 / took.toNanos();
    }
}
