package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.ImportSummary.Count;
import io.lianshu.exchange.TestImports.Heard;
import io.lianshu.exchange.TestImports.Rows;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportIT {

    private static final String COMPANIES = """
            nodes:
              company:
                type: Company
                fields:
                  uscc: code
                  name: name
                  nature: {column: nature, clear: true}
            """;
    private static final String LOTS = """
            nodes:
              tender:
                type: Tender
                fields: {tenderProjectCode: tender, name: tender}
              lot:
                type: Lot
                fields: {bidSectionCode: lot, round: {constant: 1}}
                links: {tender: tender}
            """;
    private static final String ONE = "91350100M000100Y43";
    private static final String TWO = "91330203MA2A100210";

    private final Heard heard = new Heard();

    @BeforeEach
    void clean() throws Exception {
        TestImports.clean();
    }

    private ImportSummary run(String mapping, String rows) {
        return TestImports.run(TestImports.imports(TestImports.FIRST), mapping, Rows.of(rows), heard);
    }

    private static String text(String query) {
        try (var session = TestEngine.driver().session()) {
            return session.run(query).single().get(0).toString();
        }
    }

    @Test
    void theSameRowsTwiceChangeNothing() {
        String rows = "code|name|nature\n%s|甲公司|\n%s|乙公司|".formatted(ONE, TWO);
        assertThat(run(COMPANIES, rows).nodes().get("Company")).isEqualTo(new Count(2, 0, 0));
        List<String> before = TestImports.wholeGraph(TestEngine.driver());
        ImportSummary again = TestImports.run(
                TestImports.imports(TestImports.FIRST.plusSeconds(60)), COMPANIES, Rows.of(rows), heard);
        assertThat(again.nodes().get("Company")).isEqualTo(new Count(0, 0, 2));
        assertThat(TestImports.wholeGraph(TestEngine.driver())).isEqualTo(before);
        assertThat(TestImports.count("MATCH (c:Company) WHERE c.updatedAt > c.createdAt RETURN count(c)"))
                .isZero();
    }

    @Test
    void aChangedCellUpdatesAndSaysWhenAndAnEmptyOneLeavesThingsAlone() {
        run(COMPANIES, "code|name|nature\n%s|甲公司|".formatted(ONE));
        String mapping = "nodes: {c: {type: Company, fields: {uscc: code, name: name}}}";
        ImportSummary changed = TestImports.run(
                TestImports.imports(TestImports.FIRST.plusSeconds(60)),
                mapping,
                Rows.of("code|name\n%s|甲集团".formatted(ONE)),
                heard);
        assertThat(changed.nodes().get("Company")).isEqualTo(new Count(0, 1, 0));
        assertThat(text("MATCH (c:Company) RETURN c.name")).isEqualTo("\"甲集团\"");
        assertThat(TestImports.count("MATCH (c:Company) WHERE c.updatedAt > c.createdAt RETURN count(c)"))
                .isOne();
        assertThat(run(mapping, "code|name\n%s|".formatted(ONE)).nodes().get("Company"))
                .isEqualTo(new Count(0, 0, 1));
        assertThat(text("MATCH (c:Company) RETURN c.name")).isEqualTo("\"甲集团\"");
    }

    @Test
    void onlyAFieldThatMayBeClearedIsTakenAway() {
        String code = io.lianshu.platform.code.CodeLists.load()
                .codes("company-nature")
                .get(0);
        run(COMPANIES, "code|name|nature\n%s|甲|%s".formatted(ONE, code));
        assertThat(TestImports.count("MATCH (c:Company) WHERE c.nature IS NOT NULL RETURN count(c)"))
                .isOne();
        run(COMPANIES, "code|name|nature\n%s|甲|".formatted(ONE));
        assertThat(TestImports.count("MATCH (c:Company) WHERE c.nature IS NOT NULL RETURN count(c)"))
                .isZero();
    }

    @Test
    void badRowsAreNamedAndTheGoodOnesComeIn() {
        ImportSummary summary = run(
                COMPANIES,
                "code|name|nature\n91350100M000100Y4Z|坏号码|\n%s|好公司|\n%s|坏代码|NO_SUCH\n|无号码|".formatted(ONE, TWO));
        assertThat(summary.read()).isEqualTo(4);
        assertThat(summary.written()).isOne();
        assertThat(summary.rejected()).isEqualTo(3);
        assertThat(heard.codes()).containsExactly("2 BAD_IDENTIFIER", "4 UNKNOWN_CODE", "5 KEY_MISSING");
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isOne();
    }

    @Test
    void aNewNodeWithoutWhatItMustHaveIsRejectedButAnOldOneMayLackItInTheFile() {
        String mapping = "nodes: {c: {type: Company, fields: {uscc: code}}}";
        assertThat(run(mapping, "code\n" + ONE).rejected()).isOne();
        assertThat(heard.codes()).containsExactly("2 REQUIRED_MISSING");
        run(COMPANIES, "code|name|nature\n%s|甲公司|".formatted(ONE));
        assertThat(run(mapping, "code\n" + ONE).rejected()).isZero();
    }

    @Test
    void aRowThatRefersToNothingIsRejectedWhole() {
        run(COMPANIES, "code|name|nature\n%s|甲公司|".formatted(ONE));
        String mapping = """
                nodes:
                  company: {type: Company, lookup: true, fields: {uscc: code}}
                  tender:
                    type: Tender
                    fields: {tenderProjectCode: tender, name: tender}
                    links: {agency: company}
                """;
        ImportSummary summary = run(mapping, "code|tender\n%s|T-1\n%s|T-2".formatted(ONE, TWO));
        assertThat(summary.written()).isOne();
        assertThat(heard.codes()).containsExactly("3 REFERENCE_NOT_FOUND");
        assertThat(TestImports.count("MATCH (t:Tender) RETURN count(t)")).isOne();
        assertThat(TestImports.count("MATCH (:Tender)-[:AGENT]->(:Company) RETURN count(*)"))
                .isOne();
    }

    @Test
    void whatTheGraphRefusesIsFoundByHalvingAndOnlyThatRowIsRejected() {
        try (var session = TestEngine.driver().session()) {
            session.run("CREATE (:Company {id: 'com_other', uscc: $code, name: '占用'})", java.util.Map.of("code", TWO))
                    .consume();
        }
        String mapping = """
                nodes:
                  company:
                    type: Company
                    fields:
                      uscc: code
                      identifierScheme: {constant: T}
                      identifierValue: no
                      name: name
                """;
        StringBuilder rows = new StringBuilder("code|no|name\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i == 23 ? TWO : "")
                    .append('|')
                    .append(i)
                    .append("|公司")
                    .append(i)
                    .append('\n');
        }
        ImportSummary summary = run(mapping, rows.toString());
        assertThat(summary.written()).isEqualTo(39);
        assertThat(heard.codes()).containsExactly("25 REFUSED_BY_GRAPH");
        assertThat(heard.issues.get(0).fault().fault().english()).contains("Company.uscc");
        assertThat(TestImports.count("MATCH (c:Company) RETURN count(c)")).isEqualTo(40);
    }

    @Test
    void aFieldWithOneTargetMovesToTheNewOne() {
        run(LOTS, "tender|lot\nT-1|L-1\nT-1|L-2");
        run(LOTS, "tender|lot\nT-2|L-1");
        assertThat(text("MATCH (t)-[:HAS_LOT]->(:Lot {bidSectionCode: 'L-1'}) RETURN collect(t.name)"))
                .isEqualTo("[\"T-2\"]");
        assertThat(text("MATCH (t)-[:HAS_LOT]->(:Lot {bidSectionCode: 'L-2'}) RETURN collect(t.name)"))
                .isEqualTo("[\"T-1\"]");
    }

    @Test
    void theLastRowOfARunCountsWhateverTheBatchAndTheReportNamesBothLines() {
        for (int batch : new int[] {1, 2, 100}) {
            TestEngine.wipe();
            heard.issues.clear();
            TestImports.run(
                    TestImports.imports(TestImports.FIRST),
                    LOTS,
                    Rows.of("tender|lot\nT-1|L-1\nT-2|L-1\nT-1|L-1"),
                    heard,
                    new ImportOptions(batch, false, null));
            assertThat(text("MATCH (t)-[:HAS_LOT]->(:Lot) RETURN collect(t.name)"))
                    .as("batch of " + batch)
                    .isEqualTo("[\"T-1\"]");
            assertThat(heard.codes()).containsExactly("3 REPEATED_DIFFERENTLY", "4 REPEATED_DIFFERENTLY");
            assertThat(heard.issues.get(0).fault().fault().english())
                    .contains("line 2")
                    .contains("line 3");
        }
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndWritesNothing() {
        run(LOTS, "tender|lot\nT-1|L-1");
        List<String> before = TestImports.wholeGraph(TestEngine.driver());
        ImportSummary dry = TestImports.run(
                TestImports.imports(TestImports.FIRST),
                LOTS,
                Rows.of("tender|lot\nT-1|L-1\nT-1|L-2\nT-1|L-3\nT-9|L-3"),
                heard,
                new ImportOptions(1, true, null));
        assertThat(dry.nodes().get("Tender")).isEqualTo(new Count(1, 0, 1));
        assertThat(dry.nodes().get("Lot")).isEqualTo(new Count(2, 0, 1));
        assertThat(TestImports.wholeGraph(TestEngine.driver())).isEqualTo(before);
    }

    @Test
    void personalNumbersAreStoredSealedCheckedAndMaskedInReports() {
        String mapping = "nodes: {p: {type: Person, fields: {idNumber: id, name: name}}}";
        ImportSummary summary = run(mapping, "id|name\n11010519491231002X|张三\n110105194912310021|李四");
        assertThat(summary.written()).isOne();
        assertThat(heard.codes()).containsExactly("3 BAD_IDENTIFIER");
        assertThat(heard.issues.get(0).fault().value())
                .startsWith("110")
                .contains("***")
                .doesNotContain("19491231");
        assertThat(TestImports.count("MATCH (p:Person) WHERE p.idNumberHash STARTS WITH 'hash-' "
                        + "AND p.idNumberEnc STARTS WITH 'sealed-' AND p.idNumber IS NULL RETURN count(p)"))
                .isOne();
        assertThat(run(mapping, "id|name\n11010519491231002x|张三").nodes().get("Person"))
                .isEqualTo(new Count(0, 0, 1));
    }

    @Test
    void anImportIntoAGraphThatIsAwayStopsAndSaysHowToGoOn() {
        try (var nowhere = org.neo4j.driver.GraphDatabase.driver("bolt://127.0.0.1:1")) {
            Imports imports = new GraphImports(
                    TestImports.vocabulary(),
                    new ImportGraph(
                            nowhere,
                            org.neo4j.driver.SessionConfig.defaultConfig(),
                            new ImportSettings(5_000, java.time.Duration.ofMillis(300))),
                    List.of(),
                    java.time.Clock.systemUTC());
            assertThatThrownBy(() -> TestImports.run(imports, LOTS, Rows.of("tender|lot\nT-1|L-1"), heard))
                    .isInstanceOf(ImportStopped.class)
                    .hasMessageContaining("run the same command again");
        }
    }
}
