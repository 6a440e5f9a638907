package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.exchange.ImportSummary.Count;
import io.lianshu.exchange.TestImports.Heard;
import io.lianshu.exchange.mapping.ImportPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The example of the guide does what the guide says. */
class ImportGuideIT {

    private static final Path GUIDE = Path.of("src/docs/import");

    @TempDir
    private Path folder;

    @Test
    void theGuidesExampleComesInAsItSays() throws Exception {
        TestImports.clean();
        Heard heard = new Heard();
        ImportSummary first = run(heard);
        assertThat(first.written()).isEqualTo(3);
        assertThat(heard.codes()).containsExactly("5 BAD_IDENTIFIER");
        assertThat(first.nodes())
                .containsEntry("Company", new Count(2, 0, 0))
                .containsEntry("Lot", new Count(2, 0, 0))
                .containsEntry("Bid", new Count(3, 0, 0))
                .containsEntry("Award", new Count(1, 0, 0));
        assertThat(TestImports.count("MATCH (l:Lot {bidSectionCode: 'NB-2025-001'}) RETURN l.controlPrice"))
                .isEqualTo(1_250_000_000L);
        assertThat(TestImports.count("MATCH (b:Bid) WHERE b.price IS NULL RETURN count(b)"))
                .isOne();
        assertThat(run(new Heard()).nodes()).containsEntry("Bid", new Count(0, 0, 3));
    }

    @Test
    void theCommandSaysByItsExitCodeHowItWent() throws Exception {
        TestImports.clean();
        String mapping = GUIDE.resolve("bids.yaml").toString();
        String file = GUIDE.resolve("bids.csv").toString();
        Path report = folder.resolve("report.csv");
        assertThat(command("--mapping", mapping, file, "--report", report.toString()))
                .isOne();
        assertThat(Files.readString(report))
                .startsWith("\ufeffseverity,code,file,line")
                .contains("REJECTED,BAD_IDENTIFIER,bids.csv,5,company,uscc");
        assertThat(command("--mapping", file, file, "--report", report.toString()))
                .isEqualTo(2);
        assertThat(command("--mapping", mapping, "nothing.csv")).isEqualTo(2);
        assertThat(command("--mapping", mapping, file, "--batch", "0")).isEqualTo(2);
        Path good = folder.resolve("good.csv");
        Files.write(good, Files.readAllLines(GUIDE.resolve("bids.csv")).subList(0, 4));
        Path none = folder.resolve("none.csv");
        assertThat(command("--mapping", mapping, good.toString(), "--report", none.toString()))
                .isZero();
        assertThat(none).doesNotExist();
    }

    private static int command(String... arguments) {
        Imports imports = TestImports.imports(TestImports.FIRST);
        return new CommandLine(new ImportCommand(imports, new ImportSettings(5_000, java.time.Duration.ofSeconds(20))))
                .execute(arguments);
    }

    private static ImportSummary run(Heard heard) throws Exception {
        Imports imports = TestImports.imports(TestImports.FIRST);
        ImportPlan plan = imports.plan("bids.yaml", Files.readString(GUIDE.resolve("bids.yaml")));
        return imports.run(
                plan,
                List.of(CsvSource.of(GUIDE.resolve("bids.csv"), plan.encoding(), plan.delimiter())),
                ImportOptions.USUAL,
                heard);
    }
}
