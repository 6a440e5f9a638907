package io.lianshu.collusion.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.viewer.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What cases refuse, that nobody decides alone, and who sees them. */
class CaseRefusalsIT extends CaseHub {

    @Test
    void whatDoesNotFitIsRefusedAndNothingIsWritten() throws Exception {
        assertThat(refused("analyst", "openCase", "title", "案", "note", "说明", "lots", List.of(id("sealed"))))
                .containsExactly("BAD_VALUE title", "NOT_FOUND lots");
        assertThat(refused(
                        "analyst",
                        "openCase",
                        "title",
                        "案由",
                        "note",
                        "说明",
                        "lots",
                        List.of(id("lot")),
                        "companies",
                        List.of(id("four"))))
                .containsExactly("NOT_A_BIDDER companies");
        assertThat(refused("analyst", "openCase", "title", "案由", "note", "说明"))
                .containsExactly("REQUIRED_MISSING lots");
        assertThat(count("(:CollusionCase)")).isZero();
        String matter = opened();
        assertThat(refused("case-officer", "closeCase", "case", matter)).containsExactly("NOT_NEXT case");
        assertThat(refused(
                        "case-officer",
                        "proposeCaseDecision",
                        "case",
                        matter,
                        "outcome",
                        "CONFIRMED",
                        "basis",
                        "依据有关材料",
                        "docNo",
                        "文1号"))
                .contains("NOT_NEXT outcome");
        assertThat(refused(
                        "case-officer",
                        "proposeCaseDecision",
                        "case",
                        matter,
                        "outcome",
                        "CLOSED",
                        "basis",
                        "依据有关材料",
                        "docNo",
                        "文1号"))
                .containsExactly("BAD_CODE outcome");
        assertThat(refused("analyst", "addEvidence", "case", matter, "signals", List.of(id("hard"))))
                .containsExactly("ALREADY_THERE signals");
        assertThat(refused("analyst", "addEvidence", "case", matter, "files", List.of(id("file"))))
                .containsExactly("NOT_FOUND files", "BAD_VALUE note");
        assertThat(refused(
                        "case-officer",
                        "forfeitForCase",
                        "case",
                        matter,
                        "deposit",
                        id("deposit"),
                        "amount",
                        "1.00",
                        "basis",
                        "REG_ART74",
                        "decisionNo",
                        "不退1号"))
                .contains("CASE_NOT_CONFIRMED case");
        assertThat(refused("case-officer", "takeCase", "case", id("ccs", "none")))
                .containsExactly("NOT_FOUND case");
        assertThat(count("(:CaseDecision)")).isZero();
    }

    @Test
    void nobodyDecidesAlone() throws Exception {
        String matter = taken();
        String decision = proposed(matter, "SUSPECTED", "文1号");
        // The director is the same person by another account.
        assertThat(refused("case-officer", "approveCaseDecision", "decision", decision))
                .containsExactly("SAME_PERSON decision");
        assertThat(refused("director", "approveCaseDecision", "decision", decision))
                .containsExactly("SAME_PERSON decision");
        assertThat(count("()-[:SUSPECTED_IN]->()")).isZero();
        assertThat(refused(
                        "case-officer",
                        "proposeCaseDecision",
                        "case",
                        matter,
                        "outcome",
                        "CLEARED",
                        "basis",
                        "依据有关材料",
                        "docNo",
                        "文2号"))
                .containsExactly("DECISION_OPEN case");
        done("supervisor", "rejectCaseDecision", DECISION, "decision", decision, "reason", "证据不足");
        assertThat(refused("supervisor", "approveCaseDecision", "decision", decision))
                .containsExactly("ALREADY_DONE decision");
        assertThat(status(matter)).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void casesAreSeenByThoseWhoWorkOnThemAlone() throws Exception {
        String matter = interviewed();
        List<String> seeing = List.of("supervisor", "analyst", "case-officer", "director");
        for (String role : Stream.concat(
                        Stream.of("public"), Arrays.stream(Role.values()).map(Role::slug))
                .toList()) {
            JsonNode answer = asked(role, """
                    { collusionCases { totalCount } node(id: "%s") { id }
                      company: node(id: "%s") { ... on Company { suspectedIn { id } } } }
                    """.formatted(matter, id("one")));
            boolean sees = answer.toString().contains("ccs_");
            assertThat(sees).as("%s %s", role, answer).isEqualTo(seeing.contains(role));
            if (!sees) {
                assertThat(answer.at("/data/collusionCases/totalCount").asInt(0))
                        .as(role)
                        .isZero();
            }
        }
        // The talk is a case's: analysts see it, whoever imports does not.
        for (String role : List.of("analyst", "director", "importer", "agent")) {
            JsonNode talks = asked(role, "{ interviews { totalCount edges { node { subject } } } }");
            assertThat(talks.at("/data/interviews/totalCount").asInt(0))
                    .as(role)
                    .isEqualTo(seeing.contains(role) ? 1 : 0);
        }
        JsonNode audit = read("supervisor", "{ auditEvents(first: 50) { edges { node { command subject } } } }");
        assertThat(audit.toString()).contains("approveCaseDecision", "openCase", "recordCaseInterview");
    }

    @Test
    void aMergeMakesNoSecondPersonAndWhatADecisionIsAboutStays() throws Exception {
        String matter = taken();
        String decision = proposed(matter, "SUSPECTED", "文1号");
        assertThat(refused("analyst", "extendCase", "case", matter, "lots", List.of(id("other"))))
                .containsExactly("DECISION_OPEN case");
        assertThat(refused("analyst", "addEvidence", "case", matter, "signals", List.of(id("weak"))))
                .containsExactly("DECISION_OPEN case");
        write(
                "MATCH (gone:Person {id: $gone}), (stays:Person {id: $stays}) REMOVE gone:Person SET gone:Merged CREATE (gone)-[:MERGED_INTO]->(stays)",
                Map.of("gone", id("officer"), "stays", id("second")));
        assertThat(refused("supervisor", "approveCaseDecision", "decision", decision))
                .containsExactly("SAME_PERSON decision");
    }

    @Test
    void someCompaniesAreSuspectedFirstAndOthersLater() throws Exception {
        String matter = taken();
        decided(matter, "SUSPECTED", "companies", List.of(id("one"), id("two")));
        assertThat(count("()-[:SUSPECTED_IN]->()")).isEqualTo(2);
        decided(matter, "SUSPECTED", "companies", List.of(id("three")));
        assertThat(count("()-[:SUSPECTED_IN]->()")).isEqualTo(3);
        assertThat(status(matter)).isEqualTo("SUSPECTED");
        assertThat(refused(
                        "case-officer",
                        "proposeCaseDecision",
                        "case",
                        matter,
                        "outcome",
                        "SUSPECTED",
                        "companies",
                        List.of(id("one")),
                        "basis",
                        "依据有关材料",
                        "docNo",
                        "文3号"))
                .containsExactly("ALREADY_DONE companies");
    }

    @Test
    void aTalkWithNoCompanyOfTheCaseHearsNobody() throws Exception {
        String matter = taken();
        decided(matter, "SUSPECTED");
        write(
                "CREATE (:Interview {id: $talk, interviewNo: 'YT-1', status: 'HELD', heldAt: $now})-[:WITH]->(:Person {id: $person})",
                Map.of("talk", id("itv", "old"), "person", id("per", "other"), "now", now()));
        assertThat(refused("case-officer", "recordCaseInterview", "case", matter, "interview", id("itv", "old")))
                .containsExactly("NOT_IN_CASE interview");
        write(
                "MATCH (c:Company {id: $company}) CREATE (:Interview {id: $talk, interviewNo: 'YT-2', status: 'PLANNED'})-[:WITH]->(c)",
                Map.of("talk", id("itv", "new"), "company", id("one")));
        assertThat(refused(
                        "case-officer",
                        "recordCaseInterview",
                        "case",
                        matter,
                        "interview",
                        id("itv", "new"),
                        "heldAt",
                        "1999-01-01T09:00:00+08:00",
                        "summary",
                        "已说明情况"))
                .contains("BAD_VALUE heldAt");
        assertThat(status(matter)).isEqualTo("SUSPECTED");
    }

    @Test
    void anIdOfAnyLengthIsNotRepeatedWhole() throws Exception {
        JsonNode answer = asked(
                "analyst",
                "mutation { openCase(input: {clientMutationId: \"00000000-0000-4000-8000-000000000077\", title: \"案由\","
                        + " note: \"说明\", lots: [\"" + "x".repeat(5_000)
                        + "\", \"\"]}) { refusals { field message } } }");
        assertThat(answer.toString()).contains("lots").hasSizeLessThan(1_000);
    }
}
