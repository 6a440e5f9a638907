package io.lianshu.collusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A path of evidence reads as sentences, over what the viewer may see and nothing else. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false", "lianshu.read.timeout=2m"})
class SignalPathsIT {

    private static final String LOT = id("lot");
    private static final String FIRM = id("com");
    private static final String PERSON = id("per");
    private static final String COMMITTEE = id("cmt");
    private static final String BID = id("bid");
    private static final String ASKED = "{ node(id: \"" + LOT
            + "\") { ... on Lot { signals { paths { explanation nodes { id label { code } title relation node { id } } } } } } }";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        PlantedMarket.run(
                """
                CREATE (lot:Lot {id: $lot, bidSectionCode: 'L-1', round: 1, name: '一标段', openedAt: datetime('2025-01-01T00:00:00Z')})
                CREATE (firm:Company {id: $firm, name: '甲公司'})-[:SUBMITTED]->(bid:Bid {id: $bid, bidNo: 'B-1', round: 1, sequence: 1})
                CREATE (bid)-[:FOR_LOT]->(lot)
                CREATE (person:Person {id: $person, name: '张三丰'})-[:LEGAL_REP_OF]->(firm), (person)-[:SHAREHOLDER_OF]->(firm)
                CREATE (person)-[:SAT_ON]->(committee:Committee {id: $committee, committeeNo: 'C-1'})-[:JUDGED]->(lot)
                CREATE (:CollusionSignal {id: $signal, counts: true, rule: 'r', strength: 'HARD', walks: $walks})-[:IN_LOT]->(lot)
                """,
                Map.of(
                        "lot", LOT,
                        "firm", FIRM,
                        "person", PERSON,
                        "committee", COMMITTEE,
                        "bid", BID,
                        "signal", id("sig"),
                        "walks",
                                List.of(
                                        String.join(",", BID, FIRM, PERSON, COMMITTEE),
                                        String.join(",", PERSON, COMMITTEE, FIRM),
                                        String.join(",", FIRM, NodeId.of("com", List.of("gone"))))));
        TestEngine.register(registry);
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void aSupervisorReadsItToTheCommitteeInWhichItEnds() throws Exception {
        JsonNode path = paths("supervisor", 4);
        assertThat(path.get("nodes").findValuesAsString("code"))
                .containsExactly("Bid", "Company", "Person", "Committee");
        assertThat(path.at("/nodes/0/title").asString()).isEqualTo("B-1");
        assertThat(path.at("/nodes/0/relation").isNull()).isTrue();
        assertThat(path.at("/nodes/2/relation").asString()).isEqualTo("legal representative of, shareholder of");
        assertThat(path.at("/nodes/3/node/id").asString()).isEqualTo(COMMITTEE);
        assertThat(path.get("explanation").asString())
                .startsWith("bid B-1 was submitted by 甲公司; 甲公司 is or was represented in law by ")
                .contains("甲公司 has or had the shareholder 张三丰")
                .contains(" sat on ")
                .endsWith("C-1.");
    }

    @Test
    void whatAnAnalystMayNotSeeYetIsInNoWordOfIt() throws Exception {
        JsonNode path = paths("analyst", 3);
        assertThat(path.get("nodes").findValuesAsString("code")).containsExactly("Bid", "Company", "Person");
        assertThat(path.get("explanation").asString())
                .contains("张*丰")
                .doesNotContain("C-1")
                .doesNotContain("sat on");
        assertThat(answer("analyst").toString()).doesNotContain(COMMITTEE).doesNotContain("张三丰");
    }

    @Test
    void whatIsHiddenInBetweenIsNotPassedOverInWords() throws Exception {
        JsonNode path = paths("analyst", 2);
        assertThat(path.get("nodes").findValuesAsString("code")).containsExactly("Person", "Company");
        assertThat(path.at("/nodes/1/relation").isNull()).isTrue();
        assertThat(path.get("explanation").asString()).endsWith(", 甲公司");
    }

    @Test
    void whatIsGoneIsLeftOut() throws Exception {
        assertThat(paths("case-officer", 1).get("explanation").asString()).isEqualTo("甲公司");
    }

    @Test
    void whoLooksForNothingReadsNothing() throws Exception {
        assertThat(JsonMapper.shared()
                        .readTree(new BiddingHub(port).answer(ASKED, "director"))
                        .at("/data/node/signals"))
                .isEmpty();
    }

    /** The path of so many nodes. */
    private JsonNode paths(String viewer, int nodes) throws Exception {
        return answer(viewer)
                .at("/data/node/signals/0/paths")
                .valueStream()
                .filter(path -> path.get("nodes").size() == nodes)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode answer(String viewer) throws Exception {
        return JsonMapper.shared().readTree(new BiddingHub(port).answer(ASKED, viewer));
    }

    private static String id(String kind) {
        return NodeId.of(kind, List.of("signal paths"));
    }
}
