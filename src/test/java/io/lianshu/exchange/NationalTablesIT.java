package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.ImportSummary.Count;
import io.lianshu.exchange.TestImports.Heard;
import io.lianshu.exchange.TestImports.Rows;
import io.lianshu.exchange.mapping.ImportPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tables of the national data dictionary under their own names, one on top of the other. */
class NationalTablesIT {

    private static final List<String> ORDER = List.of(
            "PROJECT",
            "TENDER_PROJECT",
            "SECTION",
            "TENDER_LIST",
            "BIDDER_MARGIN_INFO",
            "BID_DOC_CHARACT_CODE",
            "BIDDER_MAKE_TOOL_INFO",
            "BID_OPENING_RECORD",
            "RESULT_NOTICE");

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

    private ImportSummary run(String table) {
        Imports imports = TestImports.imports(TestImports.FIRST);
        ImportPlan plan = imports.plan(table, Templates.mapping("national/" + table));
        Path file = folder.resolve("national/" + table + ".csv");
        return imports.run(
                plan, List.of(CsvSource.of(file, plan.encoding(), plan.delimiter())), ImportOptions.USUAL, heard);
    }

    private static void assertOne(String query) {
        assertThat(TestImports.count(query + " RETURN count(*)")).as(query).isOne();
    }

    @Test
    void everyExampleComesInAfterThoseThatItStandsOn() {
        assertThat(Templates.names().stream().filter(name -> name.startsWith("national/")))
                .containsExactlyInAnyOrderElementsOf(
                        ORDER.stream().map(table -> "national/" + table).toList());
        String[] write = Stream.concat(
                        ORDER.stream().map(table -> "national/" + table), Stream.of("--write", folder.toString()))
                .toArray(String[]::new);
        assertThat(new CommandLine(new TemplatesCommand()).execute(write)).isZero();
        ORDER.forEach(table -> assertThat(run(table).written()).as(table).isPositive());
        assertThat(heard.codes()).isEmpty();

        assertOne("MATCH (:Project)-[:PROCURED_BY]->(t:Tender {tenderProjectCode: 'E3302030001', mandatory: true,"
                + " organisation: 'ENTRUSTED'})-[:TENDERED_BY]->(:Department), (t)-[:AGENT]->(:Company)");
        assertOne("MATCH (:Tender {procurementMethod: 'INVITED', mandatory: false})-[:TENDERED_BY]->(:Company)");
        assertOne("MATCH (l:Lot {estimate: 130500000})<-[:HAS_LOT]-(:Tender) WHERE l.openedAt IS NOT NULL");
        assertOne("MATCH (:Lot {estimate: 90000000})");
        assertOne("MATCH (:Bid {price: 125000000})");
        assertOne(
                "MATCH (b:Bid {price: 123456700})-[:SECURED_BY]->(:Deposit {amount: 2000000})-[:PAID_FROM]->(:BankAccount),"
                        + " (b)-[:HANDLED_BY {role: 'PROJECT_MANAGER'}]->(:Person)");
        assertOne("MATCH (:Bid)-[:HANDLED_BY {role: 'OPERATOR'}]->(:Person)");
        assertOne(
                "MATCH (a:BidDocument)-[:MADE_ON]->(:Device {kind: 'DISK'})<-[:MADE_ON]-(b:BidDocument) WHERE a.id < b.id");
        assertOne("MATCH (d:BidDocument {md5: '0123456789abcdef0123456789abcdef', toolVersion: '示例制作工具 7.2'})"
                + "-[u:UPLOADED_FROM]->(:IpAddress) WHERE u.at IS NOT NULL");
        assertOne("MATCH (:Lot)-[:OPENED_AS]->(:OpeningRecord)");
        assertOne("MATCH (n:Notice {kind: 'RESULT'})-[:ABOUT]->(:Lot)-[:AWARDED]->(:Award {amount: 123456700})");

        ORDER.forEach(table -> assertThat(run(table).nodes().values()).as(table).allSatisfy(count -> {
            assertThat(count.created()).isZero();
            assertThat(count.updated()).isZero();
        }));
    }

    @Test
    void aCodeOrAUnitThatIsNotKnownRefusesItsRowAndSaysWhere() {
        Imports imports = TestImports.imports(TestImports.FIRST);
        String header =
                "TENDER_PROJECT_CODE|BID_SECTION_CODE|BID_SECTION_NAME|招标次数|CONTRACT_RECKON_PRICE|CURRENCY_CODE|PRICE_UNIT\n";
        ImportSummary summary = TestImports.run(
                imports,
                Templates.mapping("national/SECTION"),
                Rows.of(header + "|S-1||1|5|CNY|7\n|S-2||1|5|XYZ|\n|S-3||1|5|CNY|\n|S-4||1|5万元|CNY|元"),
                heard);
        assertThat(heard.issues)
                .extracting(issue -> issue.line() + " " + issue.fault().field() + " "
                        + issue.fault().column() + " " + issue.fault().fault().code())
                .containsExactly("2 estimate PRICE_UNIT UNKNOWN_VALUE", "3 currency CURRENCY_CODE UNKNOWN_VALUE");
        assertThat(summary.nodes()).containsEntry("Lot", new Count(2, 0, 0));
        assertOne("MATCH (:Lot {bidSectionCode: 'S-3', estimate: 500})");
        assertOne("MATCH (:Lot {bidSectionCode: 'S-4', estimate: 5000000})");
    }
}
