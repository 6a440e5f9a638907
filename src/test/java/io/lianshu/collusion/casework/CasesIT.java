package io.lianshu.collusion.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The life of a case: from leads to evidence, to decisions of two people, to what they lead to. */
class CasesIT extends CaseHub {

    @Test
    void aCaseGoesFromLeadsToAKeptSecurityAndIsClosed() throws Exception {
        String matter = interviewed();
        assertThat(status(matter)).isEqualTo("INTERVIEWED");
        decided(matter, "CONFIRMED");
        JsonNode kept = done(
                "case-officer",
                "forfeitForCase",
                CASE + " ",
                "case",
                matter,
                "deposit",
                id("deposit"),
                "amount",
                "20000.00",
                "basis",
                "REG_ART74",
                "decisionNo",
                "不退〔2026〕1号");
        assertThat(kept.at("/collusionCase/status/code").asString()).isEqualTo("CONFIRMED");
        assertThat(refused("case-officer", "closeCase", "case", matter)).containsExactly("FORFEITURE_OPEN case");
        String forfeiture = String.valueOf(one("MATCH (f:Forfeiture) RETURN f.id"));
        assertThat(refused("director", "approveForfeiture", "forfeiture", forfeiture))
                .containsExactly("SAME_PERSON forfeiture");
        write("MATCH (f:Forfeiture) SET f.status = 'EXECUTED'", Map.of());
        done("case-officer", "closeCase", CASE, "case", matter);

        JsonNode dossier = read("director", """
                { node(id: "%s") { ... on CollusionCase { status { code } timeline { kind { code } }
                  evidence { edges { node { intact title content custody { edges { node { number intact previous } } } } } }
                  suspected { id } forfeitures { totalCount } interviews { totalCount } } } }
                """.formatted(matter));
        assertThat(dossier.at("/node/status/code").asString()).isEqualTo("CLOSED");
        assertThat(dossier.at("/node/suspected")).hasSize(3);
        assertThat(dossier.at("/node/timeline").findValuesAsString("code"))
                .contains("OPENED", "TAKEN", "EVIDENCE", "INTERVIEW", "DECISION", "FORFEITURE", "CLOSED");
        assertThat(dossier.at("/node/evidence/edges")).hasSize(2).allSatisfy(edge -> {
            assertThat(edge.at("/node/intact").asBoolean()).isTrue();
            assertThat(edge.at("/node/custody/edges/0/node/intact").asBoolean()).isTrue();
        });
        assertThat(dossier.toString()).contains("甲建设有限公司", "TB-1", "设备").doesNotContain("valueHash");
        JsonNode counts =
                read("director", "{ collusionCounts { cases tenders companies confirmed cleared interviews } }");
        assertThat(counts.at("/collusionCounts").toString())
                .isEqualTo(
                        "{\"cases\":1,\"tenders\":1,\"companies\":3,\"confirmed\":1,\"cleared\":0,\"interviews\":1}");
    }

    @Test
    void whatWasCollectedStaysWhenTheLeadIsGoneAndTamperingShows() throws Exception {
        String matter = opened();
        write("MATCH (s:CollusionSignal) DETACH DELETE s", Map.of());
        String ask = "{ node(id: \"" + matter
                + "\") { ... on CollusionCase { evidence { edges { node { id intact chainIntact explanation clause } } } } } }";
        JsonNode piece = read("analyst", ask).at("/node/evidence/edges/0/node");
        assertThat(piece.path("intact").asBoolean()).isTrue();
        assertThat(piece.path("clause").asString()).isEqualTo("第四十条第（一）项");
        done(
                "case-officer",
                "handOverEvidence",
                "evidence { custody { edges { node { number act { code } intact } } } }",
                "evidence",
                piece.path("id").asString(),
                "note",
                "移交公安机关经侦大队");
        assertThat(count("(:Evidence)-[:HELD_BY]->(:CustodyEvent)")).isEqualTo(2);
        assertThat(one("MATCH (a:CustodyEvent {number: 1}), (b:CustodyEvent {number: 2}) RETURN b.previous = a.hash"))
                .isEqualTo(true);
        String chain = "/node/evidence/edges/0/node/chainIntact";
        assertThat(read("analyst", ask).at(chain).asBoolean()).isTrue();
        String sha256 = String.valueOf(one("MATCH (e:Evidence) RETURN e.sha256"));
        assertThat(read(
                                "supervisor",
                                "{ history(id: \"" + piece.path("id").asString() + "\") { fields { name after } } }")
                        .toString())
                .as("what the evidence was is known from its history too")
                .contains("{\"name\":\"sha256\",\"after\":\"" + sha256 + "\"}");
        write("MATCH (link:CustodyEvent {number: 1}) DETACH DELETE link", Map.of());
        assertThat(read("analyst", ask).at(chain).asBoolean()).isFalse();
        write("MATCH (e:Evidence) SET e.content = replace(e.content, 'HARD', 'WEAK')", Map.of());
        assertThat(read("analyst", ask).at("/node/evidence/edges/0/node/intact").asBoolean())
                .isFalse();
    }

    @Test
    void aClearedCaseLiftsWhatItLaidOnCompaniesAndItsLeadsCountNoMore() throws Exception {
        assertThat(queue()).isEqualTo("[{\"hard\":1,\"weak\":1}]");
        String matter = taken();
        decided(matter, "SUSPECTED");
        String flagged =
                "{ node(id: \"" + id("one") + "\") { ... on Company { suspectedIn { caseNo } status { code } } } }";
        assertThat(read("analyst", flagged).at("/node/suspectedIn")).hasSize(1);
        // No machine result and no case changes a company's own status.
        assertThat(read("analyst", flagged).at("/node/status/code").asString()).isEqualTo("ACTIVE");
        decided(matter, "CLEARED");
        assertThat(read("analyst", flagged).at("/node/suspectedIn")).isEmpty();
        assertThat(read("director", "{ collusionCounts { cases companies cleared } }")
                        .toString())
                .isEqualTo("{\"collusionCounts\":{\"cases\":0,\"companies\":0,\"cleared\":1}}");
        assertThat(queue()).isEqualTo("[{\"hard\":0,\"weak\":1}]");
        assertThat(read(
                                "analyst",
                                "{ node(id: \"" + id("hard")
                                        + "\") { ... on CollusionSignal { isCleared cases { caseNo } } } }")
                        .at("/node/isCleared")
                        .asBoolean())
                .isTrue();
        // The same under another rule set is cleared too; with another bid it is something else.
        write("MATCH (s:CollusionSignal {id: $id}) SET s.id = s.id + 'x'", Map.of("id", id("hard")));
        assertThat(queue()).isEqualTo("[{\"hard\":0,\"weak\":1}]");
        write("MATCH (s:CollusionSignal {id: $id + 'x'}) SET s.fact = 'another', s.id = $id", Map.of("id", id("hard")));
        assertThat(queue()).isEqualTo("[{\"hard\":1,\"weak\":1}]");
    }

    private String queue() throws Exception {
        return read("analyst", "{ riskQueue { hard weak } }").at("/riskQueue").toString();
    }

    @Test
    void oneCompanyIsClearedAloneWhenItsStatementIsAccepted() throws Exception {
        String matter = interviewed();
        String statement = stated(matter, id("three"), "报价由本公司独立编制，附测算表");
        Object[] confirm = {"case", matter, "outcome", "CONFIRMED", "basis", "依据有关材料", "docNo", "文1号"};
        assertThat(refused("case-officer", "proposeCaseDecision", confirm)).containsExactly("STATEMENT_OPEN case");
        done(
                "case-officer",
                "assessStatement",
                "caseStatement { accepted }",
                "statement",
                statement,
                "accepted",
                true,
                "assessment",
                "测算表可信");
        assertThat(refused("case-officer", "proposeCaseDecision", confirm)).containsExactly("STATEMENT_ACCEPTED case");
        decided(matter, "CLEARED", "companies", List.of(id("three")));
        assertThat(status(matter)).isEqualTo("INTERVIEWED");
        assertThat(count("(:Company)-[:SUSPECTED_IN]->(:CollusionCase)")).isEqualTo(2);
        assertThat(refused(
                        "case-officer",
                        "proposeCaseDecision",
                        "case",
                        matter,
                        "outcome",
                        "CLEARED",
                        "companies",
                        List.of(id("one")),
                        "basis",
                        "依据有关材料",
                        "docNo",
                        "文2号"))
                .containsExactly("TOO_FEW_COMPANIES companies");
        decided(matter, "CONFIRMED");
        // Of a company that was cleared no security is kept.
        assertThat(refused(
                        "case-officer",
                        "forfeitForCase",
                        "case",
                        matter,
                        "deposit",
                        id("foreign"),
                        "amount",
                        "1.00",
                        "basis",
                        "REG_ART74",
                        "decisionNo",
                        "不退2号"))
                .containsExactly("NOT_IN_CASE deposit");
    }

    @Test
    void whoStandsInHeldEvidenceIsNotErasedUntilTheHoldIsLifted() throws Exception {
        write(
                "CREATE (:Person {id: $person, name: '编制人'}) WITH 1 AS done MATCH (s:CollusionSignal {id: $signal}) SET s.walks = s.walks + $walk",
                Map.of(
                        "person",
                        id("per", "author"),
                        "signal",
                        id("hard"),
                        "walk",
                        id("one") + "," + id("per", "author")));
        String matter = opened();
        Object[] erase = {"person", id("per", "author"), "reason", "本人书面申请删除"};
        done("case-officer", "holdCase", CASE, "case", matter, "hold", true, "reason", "核查期间保全");
        assertThat(refused("administrator", "erasePerson", erase)).containsExactly("LEGAL_HOLD person");
        done("case-officer", "holdCase", CASE, "case", matter, "hold", false, "reason", "核查完毕解除");
        done("administrator", "erasePerson", "person { id }", erase);
    }
}
