package io.lianshu.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureHttpGraphQlTester;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Paths and neighbourhoods as clients ask for them. */
@SpringBootTest(properties = {"lianshu.demo=true", "spring.main.banner-mode=off", "lianshu.read.plan-at-start=false"})
@AutoConfigureHttpGraphQlTester
class ExploreIT {

    private static final Duration FIRST_WALK = Duration.ofSeconds(60);
    private static final String A = NodeId.of("com", List.of("A"));
    private static final String B = NodeId.of("com", List.of("B"));
    private static final String PATHS =
            "query($from: ID!, $to: ID!) { paths(from: $from, to: $to) { length explanation nodes { id title node { id } } } }";
    private static final String AROUND =
            "query($id: ID!) { neighbourhood(id: $id, depth: 3) { nodes { id } edges { type { code label } } truncated } }";

    @Autowired
    private HttpGraphQlTester tester;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
    }

    @BeforeEach
    void twoFirmsInOneOpenedAndOneClosedLot() {
        TestEngine.wipe();
        TestEngine.driver()
                .executableQuery("""
                        CREATE (a:Company {id: $a, name: '甲公司'}), (b:Company {id: $b, name: '乙公司'})
                        WITH a, b
                        UNWIND [[$open, datetime('2020-01-01T00:00:00Z'), $bids[0], $bids[1]],
                                [$closed, null, $bids[2], $bids[3]]] AS lot
                        CREATE (l:Lot {id: lot[0], bidSectionCode: lot[0], round: 1, name: '一标段', openedAt: lot[1]})
                        CREATE (a)-[:SUBMITTED]->(:Bid {id: lot[2], bidNo: lot[2], round: 1, sequence: 1})-[:FOR_LOT]->(l)
                        CREATE (b)-[:SUBMITTED]->(:Bid {id: lot[3], bidNo: lot[3], round: 1, sequence: 1})-[:FOR_LOT]->(l)
                        """)
                .withParameters(Map.of(
                        "a", A,
                        "b", B,
                        "open", NodeId.of("lot", List.of("open")),
                        "closed", NodeId.of("lot", List.of("closed")),
                        "bids",
                                List.of("1", "2", "3", "4").stream()
                                        .map(key -> NodeId.of("bid", List.of(key)))
                                        .toList()))
                .execute();
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void an_analyst_is_told_of_the_opened_lot_only() {
        var response = as("analyst")
                .document(PATHS)
                .variable("from", A)
                .variable("to", B)
                .execute();
        response.path("paths").entityList(Object.class).hasSize(1);
        response.path("paths[0].length").entity(Integer.class).isEqualTo(4);
        response.path("paths[0].explanation").entity(String.class).isEqualTo("甲公司与乙公司在同一标段投标（一标段）。");
        response.path("paths[0].nodes[0].node.id").entity(String.class).isEqualTo(A);
    }

    @Test
    void the_public_finds_no_path_over_bids() {
        patient()
                .build()
                .document(PATHS)
                .variable("from", A)
                .variable("to", B)
                .execute()
                .path("paths")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void the_neighbourhood_leaves_out_bids_of_the_closed_lot_and_does_not_call_that_truncated() {
        var response = as("analyst").document(AROUND).variable("id", A).execute();
        response.path("neighbourhood.nodes[*].id")
                .entityList(String.class)
                .satisfies(ids -> assertThat(ids)
                        .hasSize(4)
                        .doesNotContain(NodeId.of("bid", List.of("3")), NodeId.of("lot", List.of("closed"))));
        response.path("neighbourhood.truncated").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void a_hidden_node_and_one_that_is_not_there_are_answered_alike() {
        for (String id : List.of(NodeId.of("bid", List.of("3")), NodeId.of("bid", List.of("none")))) {
            as("analyst")
                    .document(AROUND)
                    .variable("id", id)
                    .execute()
                    .path("neighbourhood")
                    .valueIsNull();
            as("analyst")
                    .document(PATHS)
                    .variable("from", A)
                    .variable("to", id)
                    .execute()
                    .path("paths")
                    .entityList(Object.class)
                    .hasSize(0);
        }
    }

    @Test
    void a_depth_out_of_range_is_refused() {
        as("analyst")
                .document("query($id: ID!) { neighbourhood(id: $id, depth: 4) { truncated } }")
                .variable("id", A)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", "BAD_ARGUMENT")));
    }

    private HttpGraphQlTester as(String role) {
        return patient().header("Lianshu-Viewer", role).build();
    }

    /** The first walk of its kind is planned for longer than the tester waits of itself. */
    private HttpGraphQlTester.Builder<?> patient() {
        return tester.mutate()
                .webTestClient(client -> client.responseTimeout(FIRST_WALK))
                .responseTimeout(FIRST_WALK);
    }
}
