package io.lianshu.collusion.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What leads and files are enough for, in which case they are, and what shows when they are touched. */
class CaseLeadsIT extends CaseHub {

    @Test
    void oneBidderInLeagueWithTheBuyersSideIsEnough() throws Exception {
        write("MATCH (s:CollusionSignal {id: $id}) SET s.alone = true", Map.of("id", id("weak")));
        String matter = done(
                        "analyst",
                        "openCase",
                        CASE,
                        "title",
                        "与招标人有控制关系",
                        "note",
                        "规则命中，需核查",
                        "signals",
                        List.of(id("weak")))
                .at("/collusionCase/id")
                .asString();
        done("case-officer", "takeCase", CASE, "case", matter);
        decided(matter, "SUSPECTED");
        assertThat(count("()-[:SUSPECTED_IN]->()")).isEqualTo(1);
    }

    @Test
    void whatALeadSaysOfOneBidderIsNotEnoughForAnother() throws Exception {
        write("MATCH (s:CollusionSignal {id: $id}) SET s.alone = true", Map.of("id", id("weak")));
        String matter = opened();
        done("analyst", "addEvidence", CASE, "case", matter, "signals", List.of(id("weak")));
        done("case-officer", "takeCase", CASE, "case", matter);
        Object[] one = {
            "case", matter, "outcome", "SUSPECTED", "companies", List.of(id("one")), "basis", "依据有关材料", "docNo", "文1号"
        };
        assertThat(refused("case-officer", "proposeCaseDecision", one)).containsExactly("TOO_FEW_COMPANIES case");
        decided(matter, "SUSPECTED", "companies", List.of(id("three")));
    }

    @Test
    void aLeadOfOneCaseIsNotAddedToAnother() throws Exception {
        String first = opened();
        String second = done("analyst", "openCase", CASE, "title", "同一标段另案", "note", "另有情况", "lots", List.of(id("lot")))
                .at("/collusionCase/id")
                .asString();
        assertThat(refused("analyst", "addEvidence", "case", second, "signals", List.of(id("hard"))))
                .containsExactly("ALREADY_IN_CASE signals");
        assertThat(refused("analyst", "addEvidence", "case", first, "signals", List.of(id("hard"))))
                .containsExactly("ALREADY_THERE signals");
    }

    @Test
    void aFileThatIsAnotherOrGoneBreaksTheChain() throws Exception {
        String matter = opened();
        done("case-officer", "addEvidence", CASE, "case", matter, "files", List.of(id("file")), "note", "标书截图");
        assertThat(chains(matter)).containsExactly(true, true);
        write("MATCH (a:Attachment {id: $id}) SET a.sha256 = 'ff'", Map.of("id", id("file")));
        assertThat(chains(matter)).containsExactlyInAnyOrder(true, false);
        write("MATCH (a:Attachment {id: $id}) SET a.sha256 = null", Map.of("id", id("file")));
        assertThat(chains(matter)).containsExactly(true, true);
        write("MATCH (a:Attachment {id: $id}) DETACH DELETE a", Map.of("id", id("file")));
        assertThat(chains(matter)).containsExactlyInAnyOrder(true, false);
    }

    private List<Boolean> chains(String matter) throws Exception {
        return read(
                        "analyst",
                        "{ node(id: \"" + matter
                                + "\") { ... on CollusionCase { evidence { edges { node { chainIntact } } } } } }")
                .at("/node/evidence/edges")
                .valueStream()
                .map(edge -> edge.at("/node/chainIntact").asBoolean())
                .toList();
    }
}
