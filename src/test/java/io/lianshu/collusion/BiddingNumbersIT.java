package io.lianshu.collusion;

import static io.lianshu.collusion.DoorTables.same;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lianshu.collusion.core.Screen;
import io.lianshu.collusion.core.SubgroupScreens;
import io.lianshu.engine.TestEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The graph's bids give the numbers that the same bids in a table give. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.collusion.renew=0s"
        })
class BiddingNumbersIT {

    private static final List<String> SEEDS = PlantedMarket.RING.subList(0, 2);
    private static final String MARKET =
            "{ biddingMarket { lots bids firms unknownFirms pairsFound pairsKept groupsFound usable"
                    + " reason { code } identified whoBids chance shape persistence sampledLots"
                    + " coverage { rule tested notTestable } oddities { kind { code } count } } }";

    @LocalServerPort
    private int port;

    @Autowired
    private BiddingSweep sweep;

    @TempDir
    private Path folder;

    private BiddingHub hub = new BiddingHub(0);

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        new PlantedMarket().plant();
        TestEngine.register(registry);
    }

    @BeforeEach
    void analyse() {
        hub = new BiddingHub(port);
        sweep.sweep();
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void everyNumberIsThatOfTheScreenCommandOnTheSameBids() throws Exception {
        DoorTables door = DoorTables.made(folder, SEEDS);
        List<String> screens =
                Arrays.stream(Screen.values()).map(Screen::column).toList();
        Map<String, JsonNode> lots = hub.all(
                "lotScreens",
                "lot { id } bids score usable subgroups { size screen mean median min max } explanation "
                        + String.join(" ", screens),
                "/lot/id");
        assertThat(lots).hasSize(PlantedMarket.OPENED);
        door.each("lots.csv", row -> row.getField("lot"), lots, (row, node) -> {
            same(row, node, "bids", "score");
            same(row, node, screens.toArray(String[]::new));
            assertThat(node.get("usable").asString()).isEqualTo(row.getField("usable"));
            assertThat(node.get("explanation").asString()).isEqualTo(row.getField("explanation_en"));
            subgroups(row, node.get("subgroups"));
        });
        door.each(
                "firms.csv",
                row -> row.getField("bidder"),
                hub.all(
                        "bidderScores",
                        "company { id } score lots wins usual suspicion partners closest { id } closestTogether beatenBy { id }"
                                + " beatenShare cover",
                        "/company/id"),
                (row, node) -> {
                    same(row, node, "score", "lots", "wins", "usual", "suspicion", "partners");
                    same(row.getField("closest_together"), node.get("closestTogether"));
                    same(row.getField("beaten_share"), node.get("beatenShare"));
                    assertThat(row.getField("closest"))
                            .isEqualTo(node.at("/closest/id").asString(""));
                    assertThat(row.getField("beaten_by"))
                            .isEqualTo(node.at("/beatenBy/id").asString(""));
                    assertThat(node.get("cover").asString()).isEqualTo(row.getField("cover"));
                });
        pairs(door);
        groups(door);
        JsonNode market = hub.ask(MARKET).get("biddingMarket");
        market(market, door.market());
    }

    private void pairs(DoorTables door) throws Exception {
        Map<String, JsonNode> pairs = new HashMap<>();
        hub.all(
                        "biddingPairs",
                        "id companies(orderBy: [{ id: ASC }]) { edges { wins node { id } } } score together expected z jaccard suspicion"
                                + " nearness ratioDeviation recurrentWinner absent",
                        "/id")
                .values()
                .forEach(node -> pairs.put(
                        node.at("/companies/edges/0/node/id").asString() + " "
                                + node.at("/companies/edges/1/node/id").asString(),
                        node));
        door.each("pairs.csv", row -> row.getField("a") + " " + row.getField("b"), pairs, (row, node) -> {
            same(row, node, "score", "together", "expected", "z", "jaccard", "suspicion", "nearness", "absent");
            same(row.getField("ratio_deviation"), node.get("ratioDeviation"));
            same(row.getField("recurrent_winner"), node.get("recurrentWinner"));
            same(row.getField("a_wins"), node.at("/companies/edges/0/wins"));
            same(row.getField("b_wins"), node.at("/companies/edges/1/wins"));
        });
    }

    private void groups(DoorTables door) throws Exception {
        Map<String, JsonNode> groups = hub.all(
                "rings",
                "number members(first: 100) { edges { place node { id } } } coherence exclusivity rotation score size density lots"
                        + " suspicion wins entropy division explanation",
                "/number");
        assertThat(groups).hasSizeGreaterThan(1);
        door.each("groups.csv", row -> row.getField("group"), groups, (row, node) -> {
            same(row, node, "coherence", "exclusivity", "rotation", "score", "size", "density", "lots");
            same(row, node, "suspicion", "wins", "entropy", "division");
            assertThat(node.get("explanation").asString()).isEqualTo(row.getField("explanation_en"));
            Map<Integer, String> members = new TreeMap<>();
            node.at("/members/edges")
                    .forEach(edge -> members.put(
                            edge.get("place").asInt(), edge.at("/node/id").asString()));
            assertThat(String.join(" | ", members.values())).isEqualTo(row.getField("members"));
        });
    }

    private static void market(JsonNode found, JsonNode told) {
        assertThat(found.get("usable").asBoolean())
                .isEqualTo(told.get("usable").asBoolean())
                .isTrue();
        assertThat(found.at("/reason/code").asString())
                .isEqualTo(told.get("reason").asString());
        Map<String, String> names = new TreeMap<>(Map.of(
                "bids", "/counts/bids",
                "lots", "/counts/lots",
                "firms", "/counts/firms",
                "unknownFirms", "/counts/unknown_firms",
                "pairsFound", "/counts/pairs_found",
                "pairsKept", "/counts/pairs_kept",
                "groupsFound", "/counts/groups",
                "identified", "/evidence/identified",
                "whoBids", "/evidence/who_bids",
                "chance", "/evidence/chance"));
        names.putAll(Map.of(
                "shape", "/evidence/shape",
                "persistence", "/evidence/persistence",
                "sampledLots", "/coverage/subgroups/sampled"));
        names.forEach((name, place) -> same(told.at(place).asString(), found.get(name)));
        assertThat(found.get("coverage")).hasSize(told.get("coverage").size());
        found.get("coverage").forEach(rule -> {
            JsonNode counted = told.at("/coverage/" + rule.get("rule").asString());
            same(counted.get("tested").asString(), rule.get("tested"));
            same(counted.get("not_testable").asString(), rule.get("notTestable"));
        });
        assertThat(found.get("oddities")).hasSize(told.get("issues").size()).hasSizeGreaterThan(2);
        found.get("oddities")
                .forEach(oddity -> same(
                        told.at("/issues/" + oddity.at("/kind/code").asString()).asString(), oddity.get("count")));
    }

    @Test
    void whatKnownMembersLeadToIsThatOfTheScreenCommand() throws Exception {
        DoorTables door = DoorTables.made(folder, SEEDS);
        List<JsonNode> leads = new ArrayList<>();
        hub.ask(
                        "{ expandFromSeeds(companies: [\"%s\", \"%s\"], first: 100) { company { id } score evidence met explanation } }"
                                .formatted(SEEDS.get(0), SEEDS.get(1)))
                .get("expandFromSeeds")
                .forEach(leads::add);
        List<NamedCsvRecord> rows = door.rows("expansion.csv");
        List<String> companies =
                leads.stream().map(lead -> lead.at("/company/id").asString()).toList();
        assertThat(companies)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.getField("bidder")).toList());
        assertThat(companies.subList(0, 3)).containsAll(PlantedMarket.RING.subList(2, 4));
        for (int place = 0; place < rows.size(); place++) {
            same(rows.get(place), leads.get(place), "score", "evidence", "met");
            assertThat(leads.get(place).get("explanation").asString()).contains("known members");
        }
    }

    @Test
    void aCompanyTellsItsScoreItsPairsAndItsGroup() throws Exception {
        JsonNode company = hub.ask(
                        "{ node(id: \"%s\") { ... on Company { bidderScore { score explanation }"
                                        .formatted(PlantedMarket.RING.get(0))
                                + " biddingPairs(first: 1, orderBy: [{ score: DESC }]) { edges { wins node { together"
                                + " companies { edges { node { id } } } } } }"
                                + " biddingGroups { edges { place node { id size members { edges { node { id bidderScore { wins } } } }"
                                + " meetings(first: 2) { lot { openedAt } bidders { id } winners { id } } pairs(first: 3) { score } } } } } } }")
                .get("node");
        assertThat(company.at("/bidderScore/explanation").asString()).contains("企业");
        assertThat(company.at("/biddingPairs/edges/0/node/companies/edges")).hasSize(2);
        JsonNode group = company.at("/biddingGroups/edges/0/node");
        List<String> members = new ArrayList<>();
        group.at("/members/edges")
                .forEach(edge -> members.add(edge.at("/node/id").asString()));
        assertThat(members).containsExactlyInAnyOrderElementsOf(PlantedMarket.RING);
        assertThat(group.get("meetings")).hasSize(2);
        assertThat(group.at("/meetings/0/bidders")).hasSize(4);
        assertThat(group.at("/meetings/0/winners")).hasSize(1);
        assertThat(group.get("pairs")).hasSize(3);
    }

    @Test
    void whatCannotBeExpandedIsRefusedByName() throws Exception {
        assertThat(hub.refusal("{ expandFromSeeds(companies: []) { met } }")).startsWith("BAD_ARGUMENT companies: ");
        String many = String.join(
                "\", \"",
                IntStream.range(0, 101)
                        .mapToObj(n -> PlantedMarket.id("com", "m" + n))
                        .toList());
        assertThat(hub.refusal("{ expandFromSeeds(companies: [\"" + many + "\"]) { met } }"))
                .startsWith("BAD_ARGUMENT companies: ")
                .contains("101");
        assertThat(hub.refusal("{ expandFromSeeds(companies: [\"%s\"]) { met } }".formatted(PlantedMarket.lot(0))))
                .startsWith("BAD_ARGUMENT companies: ")
                .contains(PlantedMarket.lot(0));
        for (String company : List.of(PlantedMarket.STRANGER, PlantedMarket.id("com", "nobody"))) {
            assertThat(hub.refusal("{ expandFromSeeds(companies: [\"%s\", \"%s\"]) { met } }"
                            .formatted(PlantedMarket.RING.get(0), company)))
                    .isEqualTo("NO_OPENED_BIDS companies: companies: " + company
                            + " bid in no opened lot; leave out what did not");
        }
        assertThat(hub.refusal("{ expandFromSeeds(companies: [\"%s\"], first: 0) { met } }"
                        .formatted(PlantedMarket.RING.get(0))))
                .startsWith("BAD_PAGE_SIZE");
    }

    private static void subgroups(NamedCsvRecord row, JsonNode subgroups) {
        Map<String, JsonNode> found = new HashMap<>();
        for (JsonNode one : subgroups) {
            for (String sum : List.of("mean", "median", "min", "max")) {
                found.put(
                        "sub%d_%s_%s"
                                .formatted(
                                        one.get("size").asInt(),
                                        one.get("screen").asString(),
                                        sum),
                        one.get(sum));
            }
        }
        assertThat(found).containsOnlyKeys(SubgroupScreens.columns());
        found.forEach((column, value) -> same(row.getField(column), value));
    }
}
