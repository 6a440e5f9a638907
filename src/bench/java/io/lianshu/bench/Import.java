package io.lianshu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Imports a generated file of bids, each row with its lot, tender and company, into a new data directory. */
final class Import {

    private Import() {}

    /** The sample has so many bids. */
    static Sample sample(Options options) {
        return new Sample(options.importProjects(), 10, 2_000, 20);
    }

    static Loading of(Options options) throws IOException, InterruptedException {
        Path file = options.target().resolve("bids.csv");
        sample(options).writeCsv(file);
        return Loading.of(
                options,
                List.of(
                        "import",
                        "--mapping",
                        options.sources().resolve("bids.yaml").toString(),
                        "--report",
                        options.target().resolve("import-report.csv").toString(),
                        file.toString()));
    }
}
