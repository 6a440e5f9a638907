package io.lianshu.collusion.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.exchange.AskedCommands;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stays known of a case when it changes hands, when it is decided otherwise, and when its companies turn out to be one. */
class CaseHistoryIT extends CaseHub {

    @Test
    void eachWhoTookItUpIsKnownWithTheTimeAndEventsOfOneMomentStandInOrder() throws Exception {
        String matter = taken();
        // Another officer took it over since.
        write(
                "MATCH (:Person)-[charge:IN_CHARGE_OF]->(c:CollusionCase) CREATE (:Person {id: $other, name: '办案丙'})-[:IN_CHARGE_OF {from: $at}]->(c) DELETE charge",
                Map.of("other", id("per", "third"), "at", now().plusSeconds(5)));
        done("case-officer", "takeCase", CASE, "case", matter);
        assertThat(count("(:Person {name: '办案丙'})-[:WAS_IN_CHARGE_OF]->(:CollusionCase)"))
                .isOne();
        assertThat(one("MATCH ()-[was:WAS_IN_CHARGE_OF]->() RETURN was.until IS NOT NULL"))
                .isEqualTo(true);
        assertThat(events(matter, "zh"))
                .containsSubsequence("OPENED 河道整治一标", "EVIDENCE 文件出自同一台电脑")
                .contains("TAKEN 办案甲", "TAKEN 办案丙");
        assertThat(events("analyst", matter, "zh"))
                .as("analysts see names of people masked, here too")
                .noneMatch(event -> event.contains("办案甲") || event.contains("办案丙"));
        // A case that is closed tells so in both languages; the event has no words of its own.
        write("MATCH (m:CollusionCase) SET m.closedAt = $now", Map.of("now", now()));
        assertThat(events(matter, "en")).contains("CLOSED ");
        assertThat(events(matter, "en")).contains("EVIDENCE Files made on one computer");
    }

    @Test
    void aDecisionTellsWhatItIsAndWhatBecameOfIt() throws Exception {
        String matter = taken();
        String decision = proposed(matter, "SUSPECTED", "文1号");
        assertThat(events(matter, "en")).contains("DECISION 文1号 · Held to be suspected · Proposed");
        done("supervisor", "rejectCaseDecision", DECISION, "decision", decision, "reason", "证据不足");
        decided(matter, "SUSPECTED");
        assertThat(events(matter, "zh")).contains("DECISION 文1号 · 认定涉嫌 · 未批准", "DECISION 海交管〔2026〕1号 · 认定涉嫌 · 已批准");
    }

    @Test
    void aCompanyIsSuspectedOrClearedAndNeverBoth() throws Exception {
        String matter = taken();
        decided(matter, "SUSPECTED");
        decided(matter, "CLEARED", "companies", List.of(id("three")));
        assertThat(sides(matter)).isEqualTo("2 1");
        decided(matter, "SUSPECTED", "companies", List.of(id("three")));
        assertThat(sides(matter)).isEqualTo("3 0");
        decided(matter, "CLEARED", "companies", List.of(id("three")));
        write(
                "MATCH (c:Company {id: $id}), (m:CollusionCase) CREATE (c)-[:SUSPECTED_IN]->(m)",
                Map.of("id", id("three")));
        decided(matter, "CLEARED", "companies", List.of(id("three")));
        assertThat(sides(matter)).isEqualTo("2 1");
        assertThat(count("(:CaseDecision {status: 'APPROVED'})")).isEqualTo(5);
    }

    private String sides(String matter) throws Exception {
        JsonNode sides = read(
                        "analyst",
                        "{ node(id: \"" + matter + "\") { ... on CollusionCase { suspected { id } cleared { id } } } }")
                .path("node");
        return sides.path("suspected").size() + " " + sides.path("cleared").size();
    }

    @Test
    void aMergeOfItsCompaniesIsToldInTheCase() throws Exception {
        write("MATCH (c:Company) SET c.updatedAt = $now", Map.of("now", now()));
        String matter = opened();
        done(
                "administrator",
                "mergeCompany",
                "company { id }",
                "id",
                id("one"),
                "version",
                version("one"),
                "duplicate",
                id("three"),
                "duplicateVersion",
                version("three"),
                "reason",
                "同一家企业重复登记");
        assertThat(events(matter, "zh")).endsWith("MERGED 丙建设有限公司 → 甲建设有限公司");
    }

    private String version(String company) throws Exception {
        return read("administrator", "{ node(id: \"" + id(company) + "\") { ... on Company { version } } }")
                .at("/node/version")
                .asString();
    }

    @Test
    void whatALeadSaysIsInOneCaseAtATime() throws Exception {
        String matter = opened();
        Object[] again = {"title", "河道整治", "note", "再次立卷", "signals", List.of(id("hard"), id("weak"))};
        assertThat(refused("analyst", "openCase", again)).containsExactly("ALREADY_IN_CASE signals");
        assertThat(command("analyst", "openCase", "clientMutationId", again)
                        .at("/refusals/0/message")
                        .asString())
                .contains("AJ-2026-00001");
        // The same lead under another rule set is the same.
        write("MATCH (s:CollusionSignal {id: $id}) SET s.id = s.id + 'x'", Map.of("id", id("hard")));
        write(
                "MATCH (s:CollusionSignal {id: $id + 'x'}) SET s.id = $other",
                Map.of("id", id("hard"), "other", id("sig", "again")));
        Object[] other = {"title", "河道整治", "note", "再次立卷", "signals", List.of(id("sig", "again"))};
        assertThat(refused("analyst", "openCase", other)).containsExactly("ALREADY_IN_CASE signals");
        write("MATCH (c:CollusionCase {id: $id}) SET c.status = 'CLOSED'", Map.of("id", matter));
        done("analyst", "openCase", CASE, other);
        assertThat(count("(:CollusionCase)")).isEqualTo(2);
    }

    /** Kind and text of each event. */
    private List<String> events(String matter, String language) throws Exception {
        return events("supervisor", matter, language);
    }

    private List<String> events(String role, String matter, String language) throws Exception {
        JsonNode answer = new AskedCommands(port)
                .ask(
                        role,
                        language,
                        "{ node(id: \"" + matter + "\") { ... on CollusionCase { timeline { kind { code } text } } } }",
                        "");
        Stream<JsonNode> events = answer.at("/data/node/timeline").valueStream();
        return events.map(event -> event.at("/kind/code").asString() + " "
                        + event.path("text").asString(""))
                .toList();
    }
}
