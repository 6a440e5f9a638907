package io.lianshu.collusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The page of a ring, asked as the analyst's client asks it: its matrix and its timeline agree with what is known otherwise. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.collusion.renew=0s"
        })
class RingPageIT {

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
    void theMatrixOfAGroupIsThatOfItsPairsAndItsTimelineThatOfItsWinners() throws Exception {
        sweep.sweep();
        BiddingHub hub = new BiddingHub(port);
        for (JsonNode edge : hub.ask("{ rings { edges { node { id } } } }").at("/rings/edges")) {
            JsonNode ring = hub.ask(Files.readString(Path.of("api/operations/analyst/Ring.graphql"))
                            .replaceAll("(?m)^#.*$", "")
                            .replace("query Ring($id: ID!)", "query Ring")
                            .replace("$id", edge.at("/node/id").toString()))
                    .get("node");
            List<JsonNode> rows = ring.get("matrix").valueStream().toList();
            List<String> members =
                    rows.stream().map(row -> row.at("/company/id").asString()).toList();
            assertThat(members).hasSize(ring.get("size").asInt()).doesNotHaveDuplicates();
            for (JsonNode pair : ring.get("pairs")) {
                int a = members.indexOf(pair.at("/companies/edges/0/node/id").asString());
                int b = members.indexOf(pair.at("/companies/edges/1/node/id").asString());
                assertThat(rows.get(a).get("together").get(b)).isEqualTo(pair.get("together"));
                assertThat(rows.get(b).get("together").get(a)).isEqualTo(pair.get("together"));
            }
            List<JsonNode> meetings = ring.get("meetings").valueStream().toList();
            assertThat(meetings).hasSize(Math.min(50, ring.get("lots").asInt()));
            for (JsonNode row : rows) {
                int place = row.get("place").asInt();
                JsonNode alone = hub.ask("{ node(id: \"%s\") { ... on Company { bidderScore { lots wins } } } }"
                                .formatted(row.at("/company/id").asString()))
                        .at("/node/bidderScore");
                assertThat(row.get("together").get(place - 1)).isEqualTo(row.get("lots"));
                assertThat(row.get("lots")).isEqualTo(alone.get("lots"));
                assertThat(row.get("wins")).isEqualTo(alone.get("wins"));
                assertThat(row.get("sharedLots").asLong())
                        .isEqualTo(meetings.stream()
                                .filter(lot -> offer(lot, place).isObject())
                                .count());
                assertThat(row.get("sharedWins").asLong())
                        .isEqualTo(meetings.stream()
                                .filter(lot -> offer(lot, place).path("won").asBoolean(false))
                                .count());
                assertThat(new BigDecimal(row.get("sharedWonAmount").asString()))
                        .isEqualByComparingTo(meetings.stream()
                                .map(lot -> offer(lot, place))
                                .filter(offer -> offer.path("won").asBoolean(false))
                                .map(offer -> new BigDecimal(offer.get("price").asString()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
            }
            for (JsonNode lot : meetings) {
                List<BigDecimal> prices = lot.get("offers")
                        .valueStream()
                        .filter(offer -> !offer.get("price").isNull())
                        .map(offer -> new BigDecimal(offer.get("price").asString()))
                        .toList();
                assertThat(prices).isSorted();
                assertThat(lot.get("bids").asInt())
                        .isGreaterThanOrEqualTo(lot.get("offers").size());
            }
        }
    }

    /** What the member at this place offered; missing when it did not. */
    private static JsonNode offer(JsonNode lot, int place) {
        return lot.get("offers")
                .valueStream()
                .filter(offer -> offer.get("place").asInt() == place)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
