package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.platform.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What decides who sees the bids is given once: no upload opens a lot that is there, or moves a bid, a file or a security. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"spring.main.lazy-initialization=true", "lianshu.read.plan-at-start=false"})
class HeldFieldsIT {

    private static final String LOTS = "bidSectionCode|round|name|category|openedAt|tender\n%s|1|某标段|WORKS|%s|T-1";
    private static final String BIDS =
            "bidNo|price|round|sequence|lot|lotRound|tenderer\nB-1|100|1|1|%s|1|91339901MA1833115H";

    @Autowired
    private Imports imports;

    private final List<String> said = new ArrayList<>();

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        TestEngine.register(registry);
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @BeforeEach
    void district() {
        TestEngine.wipe();
        said.clear();
        run("tenders", "tenderProjectCode|name\nT-1|某项目", false);
        run("companies", "uscc|name\n91339901MA1833115H|甲", false);
        run("lots", LOTS.formatted("L-1", ""), true);
        run("lots", LOTS.formatted("L-2", "2026-01-05T09:00:00+08:00"), true);
        run("bids", BIDS.formatted("L-1"), true);
        assertThat(said).isEmpty();
    }

    private long run(String template, String table, boolean uploaded) {
        ImportPlan plan = imports.template(template);
        ImportOptions options = new ImportOptions(100, false, null, AuditEntry.COMMAND_LINE, uploaded);
        ImportListener heard = new ImportListener() {
            @Override
            public void issue(Issue issue) {
                said.add(issue.fault().fault().code() + " " + issue.fault().field());
            }
        };
        return imports.run(plan, List.of(TestImports.Rows.of(table)), options, heard)
                .written();
    }

    private static long opened() {
        return TestImports.count("MATCH (l:Lot) WHERE l.openedAt IS NOT NULL RETURN count(l)");
    }

    @Test
    void anUploadOpensNoLotThatIsThere() {
        assertThat(run("lots", LOTS.formatted("L-1", "2026-01-05T09:00:00+08:00"), true))
                .isZero();
        assertThat(said).containsExactly("HELD_FIELD openedAt");
        assertThat(opened()).isOne();
        assertThat(run("lots", LOTS.formatted("L-2", "2026-01-05T09:00:00+08:00"), true))
                .as("the same again")
                .isOne();
        assertThat(run("lots", LOTS.formatted("L-1", "2026-01-05T09:00:00+08:00"), false))
                .as("at the machine")
                .isOne();
        assertThat(opened()).isEqualTo(2);
    }

    @Test
    void anUploadMovesNoBidAndTellsNotWhereItIs() {
        for (String lot : List.of("L-1", "L-2")) {
            assertThat(run("bids", BIDS.formatted(lot), true)).as(lot).isOne();
        }
        String twice = BIDS.formatted("L-1") + ("\n" + BIDS.formatted("L-1").split("\n")[1]).repeat(150);
        assertThat(run("bids", twice + "\n" + BIDS.formatted("L-2").split("\n")[1], true))
                .as("also when a batch before has dealt with the bid")
                .isEqualTo(152);
        assertThat(said).allMatch(issue -> issue.startsWith("REPEATED_DIFFERENTLY"));
        assertThat(TestImports.count("MATCH (:Bid)-[:FOR_LOT]->(l:Lot) RETURN count(l)"))
                .isOne();
        assertThat(TestImports.count("MATCH (:Bid)-[:FOR_LOT]->(l:Lot {bidSectionCode: 'L-1'}) RETURN count(l)"))
                .isOne();
    }

    @Test
    void anUploadMovesNoRecordOfAnOpening() {
        String record = "recordNo|bidderCount|lot|lotRound\nR-1|%s|%s|1";
        run("opening-records", record.formatted(3, "L-1"), true);
        assertThat(run("opening-records", record.formatted(4, "L-2"), true)).isOne();
        assertThat(said).isEmpty();
        assertThat(TestImports.count("MATCH (r:OpeningRecord {bidderCount: 4})<-[:OPENED_AS]-(l:Lot) "
                        + "WHERE l.bidSectionCode = 'L-1' RETURN count(l)"))
                .isOne();
        assertThat(TestImports.count("MATCH (:OpeningRecord)<-[:OPENED_AS]-(l:Lot) RETURN count(l)"))
                .isOne();
        run("opening-records", record.formatted(4, "L-2"), false);
        assertThat(TestImports.count(
                        "MATCH (:OpeningRecord)<-[:OPENED_AS]-(l:Lot {bidSectionCode: 'L-2'}) RETURN count(l)"))
                .as("at the machine")
                .isOne();
    }

    @Test
    void anUploadRewritesNoFileThatIsThere() {
        String file = "objectKey|name|sha256\n4c/a1/x|%s|%s";
        run("attachments", file.formatted("笔录.pdf", "aa".repeat(32)), true);
        assertThat(run("attachments", file.formatted("替换.pdf", "ff".repeat(32)), true))
                .isZero();
        assertThat(said).hasSize(1).allMatch(issue -> issue.matches("HELD_FIELD (name|sha256)"));
        assertThat(TestImports.count("MATCH (a:Attachment {name: '笔录.pdf'}) RETURN count(a)"))
                .isOne();
    }
}
