package io.lianshu.collusion.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** That a case never has more than a dossier shows, and that all of it is shown in the order of time. */
class CaseBoundsIT extends CaseHub {

    private static final String DECIDE = """
            MATCH (c:CollusionCase {id: $case}) UNWIND range(1, $many) AS i
            CREATE (c)-[:DECIDED_BY]->(:CaseDecision {id: $prefix + i, docNo: '文' + i, outcome: 'SUSPECTED', basis: '依据',
              status: 'REJECTED', proposedAt: $now + duration({seconds: i}), decidedAt: $now + duration({seconds: i})})
            """;

    @Test
    void everyDecisionIsShownInTheOrderOfTimeAndTheHundredthIsTheLast() throws Exception {
        String matter = taken();
        Object[] propose = {"case", matter, "outcome", "SUSPECTED", "basis", "依据有关材料", "docNo", "末号"};
        write(DECIDE, Map.of("case", matter, "many", 99, "prefix", "cdc_", "now", now().minusDays(1)));
        done("case-officer", "proposeCaseDecision", DECISION, propose);
        JsonNode decisions = read(
                        "supervisor",
                        "{ node(id: \"" + matter
                                + "\") { ... on CollusionCase { decisions(first: 100, orderBy: [{ proposedAt: ASC }]) {"
                                + " edges { node { docNo status { code } } } } timeline { kind { code } } } } }")
                .path("node");
        assertThat(decisions.at("/decisions/edges").findValuesAsString("docNo"))
                .startsWith("文1", "文2", "文3")
                .endsWith("文99", "末号")
                .hasSize(100);
        assertThat(decisions.path("timeline").findValuesAsString("code").stream()
                        .filter("DECISION"::equals))
                .hasSize(100);
        write("MATCH (d:CaseDecision) SET d.status = 'REJECTED'", Map.of());
        assertThat(refused("case-officer", "proposeCaseDecision", propose)).containsExactly("TOO_MANY case");
    }

    @Test
    void talksHandOversAndTakingOverHaveABoundToo() throws Exception {
        String matter = taken();
        write(
                "MATCH (c:CollusionCase) UNWIND range(1, 100) AS i CREATE (c)-[:LED_TO]->(:Interview {id: 'itv_' + i, interviewNo: 'YT-' + i, status: 'CANCELLED', plannedAt: $now})",
                Map.of("now", now()));
        assertThat(refused(
                        "case-officer",
                        "scheduleCaseInterview",
                        "case",
                        matter,
                        "companies",
                        List.of(id("one")),
                        "plannedAt",
                        now().plusDays(1).toOffsetDateTime().toString(),
                        "place",
                        "三楼会议室",
                        "subject",
                        "请说明"))
                .containsExactly("TOO_MANY case");
        String evidence = String.valueOf(one("MATCH (e:Evidence) RETURN e.id"));
        write("MATCH (link:CustodyEvent) SET link.number = 99", Map.of());
        done("case-officer", "handOverEvidence", "evidence { id }", "evidence", evidence, "note", "移交公安机关");
        assertThat(refused("case-officer", "handOverEvidence", "evidence", evidence, "note", "移交公安机关"))
                .containsExactly("TOO_MANY evidence");
        write(
                "MATCH (p:Person {id: $second}), (:Person)-[charge:IN_CHARGE_OF]->(c:CollusionCase) DELETE charge CREATE (p)-[:IN_CHARGE_OF]->(c) WITH p, c UNWIND range(1, 100) AS i CREATE (p)-[:WAS_IN_CHARGE_OF {from: $now}]->(c)",
                Map.of("second", id("second"), "now", now()));
        assertThat(refused("case-officer", "takeCase", "case", matter)).containsExactly("TOO_MANY case");
    }

    @Test
    void evidenceLeavesRoomForTalks() throws Exception {
        String matter = opened();
        write(
                "MATCH (c:CollusionCase) UNWIND range(1, 69) AS i CREATE (c)-[:SUPPORTED_BY]->(:Evidence {id: 'evd_' + i, sourceId: 'x', sha256: 'x'})",
                Map.of());
        assertThat(count("(:Evidence)")).isEqualTo(70);
        assertThat(refused("case-officer", "addEvidence", "case", matter, "files", List.of(id("file")), "note", "截图"))
                .containsExactly("TOO_MANY case");
    }
}
