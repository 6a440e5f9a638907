package io.lianshu.collusion;

import static io.lianshu.collusion.DoorTables.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lianshu.collusion.ResultsGraph.Part;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Results change with the bids, and all at once; whoever stops half way leaves those before. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.collusion.renew=0s"
        })
class BiddingRunsIT {

    private static final String MARKET = "{ biddingMarket { id lots bids computedAt } }";

    @LocalServerPort
    private int port;

    @Autowired
    private BiddingSweep sweep;

    @Autowired
    private ResultsGraph results;

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
        TestEngine.wipe();
        new PlantedMarket().plant();
        sweep.sweep();
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void theSameBidsAreNotWrittenAgain() throws Exception {
        String before = run();
        PlantedMarket.run("MATCH (lot:Lot {id: $lot}) SET lot.controlPrice = 1", Map.of("lot", PlantedMarket.lot(1)));
        sweep.sweep();
        assertThat(run()).isEqualTo(before);
        assertThat(PlantedMarket.count("MATCH (market:BiddingMarket) RETURN count(market)"))
                .isOne();
    }

    @Test
    void aLotIsScreenedByItselfWhenItIsOpenedAndThenWithAllOthers() throws Exception {
        String asked = "{ node(id: \"%s\") { ... on Lot { screens { id provisional bids score cv usual } } } }"
                .formatted(PlantedMarket.SEALED);
        assertThat(hub.ask(asked).at("/node/screens").isNull()).isTrue();
        PlantedMarket.run(
                "MATCH (lot:Lot {id: $lot}) SET lot.openedAt = datetime('2025-12-01T00:00:00Z')",
                Map.of("lot", PlantedMarket.SEALED));
        assertThat(sweep.screenOpened()).isPresent();
        JsonNode alone = hub.ask(asked).at("/node/screens");
        assertThat(alone.get("provisional").asBoolean()).isTrue();
        assertThat(alone.get("bids").asInt()).isEqualTo(3);
        assertThat(sweep.screenOpened()).isPresent();
        assertThat(PlantedMarket.count("MATCH (screens:LotScreens) RETURN count(screens)"))
                .isEqualTo(PlantedMarket.OPENED + 1);
        switchedBy(sweep::sweep);
        JsonNode among = hub.ask(asked).at("/node/screens");
        assertThat(among.get("provisional").asBoolean()).isFalse();
        assertThat(among.get("id").asString()).isEqualTo(alone.get("id").asString());
        same(alone.get("cv").asString(), among.get("cv"));
        assertThat(among.get("score").asDouble()).isCloseTo(alone.get("score").asDouble(), within(0.1));
        assertThat(hub.ask(MARKET).at("/biddingMarket/lots").asInt()).isEqualTo(PlantedMarket.OPENED + 1);
    }

    @Test
    void changedBidsGiveNewNumbersAllAtOnceAndTheFormerAreTakenAway() throws Exception {
        JsonNode before = screensOf(0);
        PlantedMarket.run(
                "MATCH (:Lot {id: $lot})<-[:FOR_LOT]-(bid:Bid) SET bid.price = 2 * bid.price + bid.price % 7777",
                Map.of("lot", PlantedMarket.lot(0)));
        switchedBy(sweep::sweep);
        JsonNode after = screensOf(0);
        assertThat(after.get("id").asString()).isEqualTo(before.get("id").asString());
        assertThat(after.get("cv").asDouble()).isNotEqualTo(before.get("cv").asDouble());
        assertThat(PlantedMarket.count("MATCH (screens:LotScreens) RETURN count(screens)"))
                .isEqualTo(2L * PlantedMarket.OPENED);
        assertThat(hub.ask("{ lotScreens { totalCount } }")
                        .at("/lotScreens/totalCount")
                        .asInt())
                .isEqualTo(PlantedMarket.OPENED);
        assertThat(results.remove(now().plusMinutes(1), now())).isPositive();
        assertThat(PlantedMarket.count("MATCH (market:BiddingMarket) RETURN count(market)"))
                .isOne();
        assertThat(PlantedMarket.count("MATCH (screens:LotScreens) RETURN count(screens)"))
                .isEqualTo(PlantedMarket.OPENED);
        assertThat(screensOf(0)).isEqualTo(after);
    }

    @Test
    void aHubThatStopsHalfWayLeavesTheFormerResultsAndIsTidiedUpAfter() throws Exception {
        JsonNode before = hub.ask(MARKET);
        JsonNode screens = screensOf(0);
        String left = NodeId.random("bmk");
        ZonedDateTime then = now().minus(Duration.ofMinutes(10));
        Map<String, @Nullable Object> lot = new HashMap<>(Map.of("provisional", false, "score", 9.9, "cv", 9.9));
        assertThat(results.begin(new HashMap<>(Map.of("id", left, "fingerprint", "other", "lots", 1)), then))
                .isTrue();
        results.write(
                left,
                Part.LOTS,
                Stream.of(Map.of(
                        "lot",
                        PlantedMarket.lot(0),
                        "run",
                        left,
                        "id",
                        screens.get("id").asString(),
                        "values",
                        lot)),
                () -> then);
        assertThat(hub.ask(MARKET)).isEqualTo(before);
        assertThat(screensOf(0)).isEqualTo(screens);
        assertThatThrownBy(() -> results.makeCurrent(left, now(), false)).isInstanceOf(IllegalStateException.class);
        sweep.sweep();
        assertThat(PlantedMarket.count("MATCH (market:BiddingMarket) RETURN count(market)"))
                .isOne();
        assertThat(hub.ask(MARKET)).isEqualTo(before);
        assertThat(screensOf(0)).isEqualTo(screens);
    }

    @Test
    void ofTwoHubsOneWrites() {
        PlantedMarket.run(
                "MATCH (bid:Bid {id: $bid}) SET bid.valid = true", Map.of("bid", PlantedMarket.id("bid", "invalid")));
        assertThat(results.begin(new HashMap<>(Map.of("id", NodeId.random("bmk"), "fingerprint", "")), now()))
                .isTrue();
        assertThat(sweep.renew()).isFalse();
    }

    @Test
    void aMergedCompanyBidsAsTheOneThatStandsForIt() throws Exception {
        String gone = PlantedMarket.firm(20);
        String keeps = PlantedMarket.firm(21);
        JsonNode versions = hub.ask(
                        "{ nodes(ids: [\"%s\", \"%s\"]) { ... on Company { version bidderScore { lots } } } }"
                                .formatted(keeps, gone))
                .get("nodes");
        String merged = hub.answer(
                "mutation { mergeCompany(input: { clientMutationId: \"0b3f6f34-3a4e-4f7e-9c0d-6a1b2c3d4e5f\", id: \"%s\", version: \"%s\","
                                .formatted(keeps, versions.at("/0/version").asString())
                        + " duplicate: \"%s\", duplicateVersion: \"%s\", reason: \"同一企业\" }) { refusals { code message } } }"
                                .formatted(gone, versions.at("/1/version").asString()),
                "administrator");
        assertThat(merged).contains("\"refusals\":[]");
        assertThat(hub.ask("{ bidderScores(first: 100) { edges { node { company { id } } } } }")
                        .toString())
                .doesNotContain(gone);
        switchedBy(sweep::sweep);
        JsonNode company = hub.ask("{ node(id: \"%s\") { ... on Company { bidderScore { lots } } } }".formatted(keeps));
        assertThat(company.at("/node/bidderScore/lots").asInt())
                .isGreaterThan(versions.at("/0/bidderScore/lots").asInt());
        assertThat(hub.refusal("{ expandFromSeeds(companies: [\"%s\"]) { met } }".formatted(gone)))
                .startsWith("NO_OPENED_BIDS companies: ");
    }

    private static ZonedDateTime now() {
        return ZonedDateTime.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    private String run() throws Exception {
        return hub.ask(MARKET).at("/biddingMarket/id").asString();
    }

    private JsonNode screensOf(int lot) throws Exception {
        return hub.ask("{ node(id: \"%s\") { ... on Lot { screens { id cv score } } } }"
                        .formatted(PlantedMarket.lot(lot)))
                .at("/node/screens");
    }

    /** What is written becomes current a little later. */
    private void switchedBy(Runnable writing) throws Exception {
        String before = run();
        writing.run();
        for (int turn = 0; turn < 100 && run().equals(before); turn++) {
            Thread.sleep(100);
        }
        assertThat(run()).isNotEqualTo(before);
    }
}
