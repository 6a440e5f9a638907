package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.demo.District;
import io.lianshu.demo.DistrictImport;
import io.lianshu.demo.Table;
import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.TestImports.Heard;
import io.lianshu.exchange.mapping.ImportPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tables that come in without a mapping of one's own. */
class TemplatesIT {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void everyExampleIsWhatTheDistrictHoldsAlready() throws Exception {
        TestImports.clean();
        Imports imports = TestImports.imports(TestImports.FIRST);
        Heard loading = new Heard();
        new DistrictImport(imports).run(District.tables(DAY), loading);
        assertThat(loading.codes()).isEmpty();
        assertThat(new CommandLine(new TemplatesCommand()).execute("--write", folder.toString()))
                .isZero();
        Path titled = folder.resolve("zh");
        assertThat(new CommandLine(new TemplatesCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute("--language", "zh", "--write", titled.toString()))
                .isZero();
        for (Table table : District.tables(DAY)) {
            ImportPlan plan = imports.template(table.name());
            // Half of the tables by their columns' names, half by their Chinese titles.
            Path file = (table.name().length() % 2 == 0 ? folder : titled).resolve(table.name() + ".csv");
            Heard heard = new Heard();
            ImportSummary summary = imports.run(
                    plan, List.of(CsvSource.of(file, plan.encoding(), plan.delimiter())), ImportOptions.USUAL, heard);
            assertThat(heard.codes()).as(table.name()).isEmpty();
            assertThat(summary.read()).as(table.name()).isPositive();
            assertThat(summary.nodes().values()).as(table.name()).allSatisfy(count -> {
                assertThat(count.created()).isZero();
                assertThat(count.updated()).isZero();
            });
        }
    }

    @Test
    void aTemplateThatIsNotThereAndFilesThatAreStartNothing() throws Exception {
        TestImports.clean();
        assertThat(imported("--template", "regions", example("regions"))).isZero();
        assertThat(imported("--template", "region", example("regions"))).isEqualTo(2);
        assertThat(imported("--template", "../codes/currency", example("regions")))
                .isEqualTo(2);
        assertThat(imported("--template", "regions", "--mapping", "x.yaml", example("regions")))
                .isEqualTo(2);
        assertThat(imported(example("regions"))).isEqualTo(2);
        // Bids stand on lots and companies, which are not there.
        assertThat(imported("--template", "bids", example("bids"))).isOne();
        assertThat(Files.readString(folder.resolve("report.csv")))
                .contains("REFERENCE_NOT_FOUND,bids.csv,2,lot,bidSectionCode round,lot lotRound,WC-ZB-")
                .contains("更正编号，或先用模板 lots 导入它")
                .doesNotContain("lookup");
        String before = Files.readString(Path.of(example("bids")));
        assertThat(new CommandLine(new TemplatesCommand()).execute("bids", "--write", folder.toString()))
                .isEqualTo(2);
        assertThat(Files.readString(Path.of(example("bids")))).isEqualTo(before).startsWith("\ufeffbidNo,");
        assertThat(new CommandLine(new TemplatesCommand()).execute("no-such")).isEqualTo(2);
        assertThat(new CommandLine(new TemplatesCommand()).execute()).isZero();
    }

    private String example(String name) {
        Path file = folder.resolve(name + ".csv");
        if (!Files.exists(file)) {
            new CommandLine(new TemplatesCommand()).execute(name, "--write", folder.toString());
        }
        return file.toString();
    }

    private int imported(String... arguments) {
        Imports imports = TestImports.imports(TestImports.FIRST);
        var command = new ImportCommand(imports, new ImportSettings(5_000, Duration.ofSeconds(20)));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--report", folder.resolve("report.csv").toString()));
        return new CommandLine(command).execute(all.toArray(String[]::new));
    }
}
