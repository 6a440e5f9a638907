package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledImportIT {

    private static final int BIDS = 6_000;
    private static final int BATCH = 100;

    @TempDir
    private Path folder;

    @BeforeEach
    void clean() throws Exception {
        TestImports.clean();
    }

    private Process start(Path mapping, Path file) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                        KilledImport.class.getName(),
                        TestEngine.uri().toString(),
                        TestEngine.username(),
                        TestEngine.password(),
                        mapping.toString(),
                        file.toString(),
                        Integer.toString(BATCH))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    /** Killed without warning while batches are under way, run again, and compared with one clean run. */
    @Test
    void anImportKilledHalfWayAndRunAgainEndsInTheSameGraphAsOneCleanRun() throws Exception {
        Path file = GeneratedBids.write(folder.resolve("bids.csv"), BIDS);
        Path mapping = Files.writeString(folder.resolve("bids.yaml"), GeneratedBids.MAPPING);
        Process killed = start(mapping, file);
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (bids() < BIDS / 4 && killed.isAlive() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        killed.destroyForcibly().waitFor();
        assertThat(bids()).as(Files.readString(folder.resolve("out.txt"))).isBetween(BIDS / 4L, BIDS - 1L);

        Process again = start(mapping, file);
        assertThat(again.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(again.exitValue())
                .as(Files.readString(folder.resolve("out.txt")))
                .isZero();
        List<String> mended = TestImports.wholeGraph(TestEngine.driver());

        TestImports.clean();
        assertThat(start(mapping, file).waitFor(5, TimeUnit.MINUTES)).isTrue();
        List<String> clean = TestImports.wholeGraph(TestEngine.driver());
        assertThat(clean).hasSizeGreaterThan(BIDS * 3);
        assertThat(mended).isEqualTo(clean);
    }

    private static long bids() {
        return TestImports.count("MATCH (b:Bid) RETURN count(b)");
    }
}
