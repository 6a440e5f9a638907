package io.lianshu.collusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.viewer.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What is suspected is seen by supervisors, analysts and case officers, by nobody else in any way, and says nothing of sealed lots. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.collusion.renew=0s"
        })
class BiddingSecrecyIT {

    private static final List<String> SEES = List.of("supervisor", "analyst", "case-officer");
    private static final List<String> SEES_NOT = Stream.concat(
                    Stream.of("public"), Arrays.stream(Role.values()).map(Role::slug))
            .filter(role -> !SEES.contains(role))
            .toList();

    @LocalServerPort
    private int port;

    @Autowired
    private BiddingSweep sweep;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        new PlantedMarket().plant();
        TestEngine.register(registry);
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void nobodyElseGetsAnotherAnswerThanWithoutResultsAndSealedBidsChangeNone() throws Exception {
        BiddingHub hub = new BiddingHub(port);
        Map<String, String> fixed = ways(Map.of());
        Map<String, String> without = answers(hub, fixed, SEES_NOT);
        Map<String, String> seenWithout = answers(hub, fixed, SEES);
        sweep.sweep();
        answers(hub, fixed, SEES_NOT)
                .forEach((way, answer) -> assertThat(answer).as(way).isEqualTo(without.get(way)));
        answers(hub, fixed, SEES).forEach((way, answer) -> {
            assertThat(answer).as(way).isNotEqualTo(seenWithout.get(way)).doesNotContain("\"errors\"");
        });
        Map<String, String> ids = ids(hub);
        Map<String, String> byId = ways(ids);
        byId.keySet().removeAll(fixed.keySet());
        assertThat(byId).hasSizeGreaterThan(3);
        answers(hub, byId, SEES_NOT)
                .forEach((way, answer) ->
                        assertThat(answer).as(way).matches(".*(\"node\":null|\\[null,null,null,null,null]).*"));
        resultsLieOnNoPathAndInNoNeighbourhood(hub);
        // Nor does anybody learn of a sealed lot.
        Map<String, String> all = new LinkedHashMap<>(fixed);
        all.putAll(byId);
        Map<String, String> sealed = answers(hub, all, SEES);
        PlantedMarket.run(
                "MATCH (bid:Bid)-[:FOR_LOT]->(:Lot {id: $lot}) DETACH DELETE bid", Map.of("lot", PlantedMarket.SEALED));
        sweep.sweep();
        assertThat(PlantedMarket.count("MATCH (market:BiddingMarket) RETURN count(market)"))
                .isOne();
        assertThat(answers(hub, all, SEES)).isEqualTo(sealed);
    }

    private static void resultsLieOnNoPathAndInNoNeighbourhood(BiddingHub hub) throws Exception {
        JsonNode around = hub.ask("{ neighbourhood(id: \"%s\", depth: 2, limit: 300) { nodes { id label { code } } } }"
                .formatted(PlantedMarket.lot(0)));
        assertThat(around.at("/neighbourhood/nodes").size()).isGreaterThan(5);
        assertThat(around.toString()).doesNotContain("lsc_", "bsc_", "bpr_", "bgr_", "bmk_");
        assertThat(hub.ask("{ paths(from: \"%s\", to: \"%s\", first: 10) { nodes { id } } }"
                                .formatted(PlantedMarket.RING.get(0), PlantedMarket.RING.get(1)))
                        .toString())
                .doesNotContain("bpr_", "bgr_");
    }

    private static Map<String, String> ids(BiddingHub hub) throws Exception {
        JsonNode found = hub.ask("{ biddingMarket { id } lotScreens(first: 1) { edges { node { id } } }"
                + " bidderScores(first: 1) { edges { node { id } } } biddingPairs(first: 1) { edges { node { id } } }"
                + " rings(first: 1) { edges { node { id } } } }");
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("BiddingMarket", found.at("/biddingMarket/id").asString());
        ids.put("LotScreens", found.at("/lotScreens/edges/0/node/id").asString());
        ids.put("BidderScore", found.at("/bidderScores/edges/0/node/id").asString());
        ids.put("BiddingPair", found.at("/biddingPairs/edges/0/node/id").asString());
        ids.put("BiddingGroup", found.at("/rings/edges/0/node/id").asString());
        return ids;
    }

    private static Map<String, String> ways(Map<String, String> ids) {
        Map<String, String> ways = new LinkedHashMap<>();
        String company = PlantedMarket.RING.get(0);
        ways.put("market", "{ biddingMarket { lots usable } }");
        ways.put(
                "screens of a lot",
                "{ node(id: \"%s\") { ... on Lot { name screens { score explanation } } } }"
                        .formatted(PlantedMarket.lot(0)));
        ways.put(
                "score of a company",
                "{ node(id: \"%s\") { ... on Company { name bidderScore { score cover } } } }".formatted(company));
        ways.put(
                "pairs of a company",
                "{ node(id: \"%s\") { ... on Company { biddingPairs { totalCount edges { wins } } } } }"
                        .formatted(company));
        ways.put(
                "groups of a company",
                "{ node(id: \"%s\") { ... on Company { biddingGroups { totalCount } } } }".formatted(company));
        for (String list : List.of("lotScreens", "bidderScores", "biddingPairs", "rings")) {
            ways.put(
                    list,
                    "{ " + list
                            + "(orderBy: [{ score: DESC }]) { totalCount aggregate { score { max } } edges { node { id } } } }");
        }
        ways.put("lots by screens", "{ lots(filter: { screens: { score: { gt: 0.0 } } }) { totalCount } }");
        ways.put("companies by score", "{ companies(filter: { bidderScore: { lots: { gt: 0 } } }) { totalCount } }");
        ways.put(
                "companies by pairs",
                "{ companies(filter: { biddingPairs: { some: { together: { gt: 1 } } } }) { totalCount } }");
        ways.put("companies by groups", "{ companies(filter: { biddingGroups: { some: {} } }) { totalCount } }");
        ways.put("expansion", "{ expandFromSeeds(companies: [\"%s\"]) { company { id } } }".formatted(company));
        ids.forEach((type, id) -> ways.put("node " + type, "{ node(id: \"%s\") { __typename id } }".formatted(id)));
        if (!ids.isEmpty()) {
            ways.put("nodes", "{ nodes(ids: [\"" + String.join("\", \"", ids.values()) + "\"]) { id } }");
        }
        return ways;
    }

    private static Map<String, String> answers(BiddingHub hub, Map<String, String> ways, List<String> roles)
            throws Exception {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Map.Entry<String, String> way : ways.entrySet()) {
            for (String role : roles) {
                answers.put(way.getKey() + " as " + role, hub.answer(way.getValue(), role));
            }
        }
        return answers;
    }
}
