package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.ImportSummary.Count;
import io.lianshu.exchange.TestImports.Heard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The package of the guide, which comes from nowhere but the standard, through the import of tables. */
class OcdsImportIT {

    private static final Path PACKAGE = Path.of("src/docs/import/ocds/releases.json");

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();

    @BeforeEach
    void clean() throws Exception {
        TestImports.clean();
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    private ImportSummary run(Path file, ImportOptions options) {
        Imports imports = TestImports.imports(TestImports.FIRST);
        return imports.run(imports.plan("--ocds", Templates.ocds()), List.of(OcdsSource.of(file)), options, heard);
    }

    private List<String> told() {
        return heard.issues.stream()
                .map(issue -> issue.place() + " " + issue.fault().fault().code())
                .toList();
    }

    @Test
    void theGuidesPackageBecomesAGraphAndComingAgainChangesNothing() {
        ImportSummary first = run(PACKAGE, ImportOptions.USUAL);
        assertThat(told())
                .containsExactly(
                        "ocds-abcdef-2025-001 bids/details/3/tenderers/0/id PARTY_UNKNOWN",
                        "ocds-abcdef-2025-001 bids/details/4/relatedLots LOT_MISSING");
        assertThat(first.nodes())
                .containsEntry("Tender", new Count(2, 0, 0))
                .containsEntry("Lot", new Count(3, 0, 0))
                .containsEntry("Bid", new Count(4, 0, 0))
                .containsEntry("Award", new Count(2, 0, 0))
                .containsEntry("Contract", new Count(1, 0, 0))
                .containsEntry("Department", new Count(1, 0, 0));
        assertThat(TestImports.count("MATCH (:Department)<-[:TENDERED_BY]-(t:Tender)-[:AGENT]->(:Company {uscc: "
                        + "'91330203MA2A100210'}) WHERE t.procurementMethod = 'CONSULTATION' RETURN count(t)"))
                .isOne();
        assertThat(TestImports.count("MATCH (l:Lot {bidSectionCode: 'ocds-abcdef-2025-001/lot-1'})<-[:FOR_LOT]-(b:Bid)"
                        + "<-[:SUBMITTED]-(:Company), (b)<-[:JOINED]-(:Company) WHERE l.openedAt IS NOT NULL "
                        + "RETURN b.price"))
                .isEqualTo(123_456_700L);
        assertThat(TestImports.count("MATCH (:Contract {amount: 120000000})<-[:CONTRACTED]-(:Award {status: 'AWARDED'})"
                        + "<-[:AWARDED]-(:Lot)<-[:HAS_LOT]-(:Tender)<-[:PROCURED_BY]-(:Project) RETURN count(*)"))
                .isOne();
        List<String> before = TestImports.wholeGraph(TestEngine.driver());
        ImportSummary again = run(PACKAGE, ImportOptions.USUAL);
        assertThat(again.nodes().values()).allSatisfy(count -> {
            assertThat(count.created()).isZero();
            assertThat(count.updated()).isZero();
        });
        assertThat(TestImports.wholeGraph(TestEngine.driver())).isEqualTo(before);
    }

    @Test
    void aDryRunFindsWhatTheImportWouldFindAndWritesNothing() {
        ImportSummary dry = run(PACKAGE, new ImportOptions(3, true, null));
        assertThat(told()).hasSize(2);
        assertThat(dry.nodes()).containsEntry("Bid", new Count(4, 0, 0));
        assertThat(TestImports.count("MATCH (n) WHERE NOT n:__Neo4jMigration|AuditEvent|AuditHead RETURN count(n)"))
                .isZero();
    }

    @Test
    void theCommandReportsByReleaseAndPath() throws Exception {
        Path report = folder.resolve("report.csv");
        assertThat(command("--ocds", PACKAGE.toString(), "--report", report.toString()))
                .isOne();
        assertThat(Files.readString(report))
                .contains("REJECTED,PARTY_UNKNOWN,releases.json,ocds-abcdef-2025-001 bids/details/3/tenderers/0/id,");
        assertThat(command("--ocds", "pom.xml")).isEqualTo(2);
        assertThat(command("--ocds", "--template", "regions", PACKAGE.toString()))
                .isEqualTo(2);
        assertThat(command("--ocds", "--sheet", "1", PACKAGE.toString())).isEqualTo(2);
        assertThat(command("--ocds")).isEqualTo(2);
    }

    @Test
    void aCellThatNoFieldTakesIsNamedByItsPath() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.json"), """
                {"ocid": "o-1-1", "parties": [{"id": "A", "name": "a", "identifier": {"scheme": "CN-USCC", "id": "91350100M000100Y4Z"}}],
                 "tender": {"title": "T", "mainProcurementCategory": "consulting", "value": {"amount": 1.234}}}
                """);
        run(file, ImportOptions.USUAL);
        assertThat(heard.issues)
                .extracting(issue -> issue.place() + " " + issue.fault().field() + " "
                        + issue.fault().column() + " " + issue.fault().fault().code())
                .containsExactly(
                        "o-1-1 parties/0 uscc uscc BAD_IDENTIFIER",
                        "o-1-1 tender category mainProcurementCategory UNKNOWN_VALUE",
                        "o-1-1 tender controlPrice value/amount BAD_VALUE");
    }

    private int command(String... arguments) {
        Imports imports = TestImports.imports(TestImports.FIRST);
        var command = new ImportCommand(imports, new ImportSettings(5_000, Duration.ofSeconds(20)));
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--report")) {
            all.addAll(List.of("--report", folder.resolve("other.csv").toString()));
        }
        return new CommandLine(command).execute(all.toArray(String[]::new));
    }
}
