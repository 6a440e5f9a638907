package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the pipeline, with {@code -Dlianshu.bench.bids=200000}; it asserts that all came in, never how fast. One row
 * is a bid node with a relation to its lot and one to its company, which the row creates where they are new.
 */
@EnabledIfSystemProperty(named = "lianshu.bench.bids", matches = "\\d+")
class ImportRateIT {

    @TempDir
    private Path folder;

    @Test
    void bidsComeInAtTheRateThatIsPrinted() throws Exception {
        int bids = Integer.getInteger("lianshu.bench.bids");
        Path file = GeneratedBids.write(folder.resolve("bids.csv"), bids);
        Path small = GeneratedBids.write(folder.resolve("small.csv"), Math.min(bids, 20_000));
        Imports imports = TestImports.imports(TestImports.FIRST);
        for (String batch : System.getProperty("lianshu.bench.batch", "5000").split(",", -1)) {
            TestImports.clean();
            run(imports, small, 5_000);
            for (String round : List.of("new", "again")) {
                if (round.equals("new")) {
                    TestImports.clean();
                }
                double engine = engineSeconds();
                long own = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElseThrow()
                        .toMillis();
                ImportSummary summary = run(imports, file, Integer.parseInt(batch));
                assertThat(summary.written()).isEqualTo(bids);
                System.out.printf(
                        "bids %d, batch %s, %s: %.1f s, %d rows/s; processor time: engine %.1f s, import %.1f s%n",
                        bids,
                        batch,
                        round,
                        summary.took().toMillis() / 1e3,
                        summary.rate(),
                        engineSeconds() - engine,
                        (ProcessHandle.current()
                                                .info()
                                                .totalCpuDuration()
                                                .orElseThrow()
                                                .toMillis()
                                        - own)
                                / 1e3);
            }
        }
        assertThat(TestImports.count("MATCH (:Lot)<-[:FOR_LOT]-(b:Bid)<-[:SUBMITTED]-(:Company) RETURN count(b)"))
                .isEqualTo(bids);
    }

    private static ImportSummary run(Imports imports, Path file, int batch) {
        return imports.run(
                imports.plan("bids.yaml", GeneratedBids.MAPPING),
                List.of(CsvSource.of(file, StandardCharsets.UTF_8, ',')),
                new ImportOptions(batch, false, null),
                new ImportListener() {});
    }

    /** Processor time of the engine, a child of this process. */
    private static double engineSeconds() {
        assertThat(TestEngine.uri()).isNotNull();
        return ProcessHandle.current()
                        .children()
                        .mapToLong(child -> child.info()
                                .totalCpuDuration()
                                .map(java.time.Duration::toMillis)
                                .orElse(0L))
                        .sum()
                / 1e3;
    }
}
