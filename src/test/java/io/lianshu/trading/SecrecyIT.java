package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.viewer.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Before a lot is opened nobody learns who bids or how many do: whatever is asked, by whomever, the answer for a lot with
 * bids inside is byte for byte the one for a lot without any.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false", "lianshu.read.timeout=5m"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecrecyIT {

    private static final String SUPPLIER = NodeId.of("com", List.of("the supplier under test"));
    private static final int AT_ONCE = 10;
    private static final List<String> ROLES = Stream.concat(
                    Stream.of("public"), Arrays.stream(Role.values()).map(Role::slug))
            .toList();

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> ways = new LinkedHashMap<>();
    private final Map<String, String> committeeWays = new LinkedHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Sealer sealer;

    /** Nearly all of the time goes into planning what has not been asked before, on all cores. */
    private final ExecutorService asking = Executors.newFixedThreadPool(4);

    private PlantedBids planted;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        // On an empty graph the hub loads the sample district when it starts.
        TestEngine.wipe();
        TestEngine.register(registry);
        registry.add("lianshu.demo-viewers.supplier.company", () -> SUPPLIER);
    }

    @BeforeAll
    void readTheWays() throws IOException {
        planted = new PlantedBids(sealer);
        read("trading/hidden-bids.graphql", ways);
        read("trading/hidden-committee.graphql", committeeWays);
    }

    private static void read(String file, Map<String, String> into) throws IOException {
        String text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        for (OperationDefinition way :
                new Parser().parseDocument(text).getDefinitionsOfType(OperationDefinition.class)) {
            into.put(way.getName(), AstPrinter.printAst(way));
        }
    }

    @BeforeEach
    void closedAndEmpty() {
        planted.remove();
        planted.open("");
    }

    @AfterAll
    void wipe() {
        asking.shutdownNow();
        TestEngine.wipe();
    }

    /**
     * Nearly all of the time goes into planning the ways, and the engine keeps no plan for long. So a few ways at a time are
     * asked in every state of the lot.
     */
    @Test
    void noRoleTellsALotWithBidsFromALotWithoutUntilItIsOpen() throws Exception {
        int compared = 0;
        List<String> names = List.copyOf(ways.keySet());
        List<String> blind = new ArrayList<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            Map<String, String> some = new LinkedHashMap<>(ways);
            some.keySet().retainAll(names.subList(from, Math.min(names.size(), from + AT_ONCE)));
            compared += unmoved("", some, ROLES);
            compared += unmoved("2999-01-01T09:30:00+08:00", some, List.of("public", "analyst"));
            planted.open("2020-01-02T00:00:00Z");
            Map<String, String> empty = answers(some, List.of("analyst"));
            planted.plant();
            Map<String, String> full = answers(some, List.of("analyst"));
            planted.remove();
            empty.forEach((way, answer) -> {
                assertThat(full.get(way)).as(way).doesNotContain("\"errors\"");
                if (answer.equals(full.get(way))) {
                    blind.add(way);
                }
            });
        }
        assertThat(blind).as("ways that would find nothing anyhow").isEmpty();
        assertThat(compared).isEqualTo(ways.size() * (ROLES.size() + 2));
    }

    /** How many answers were the same with and without bids in the lot: all, or the test fails. */
    private int unmoved(String openedAt, Map<String, String> some, List<String> roles) throws Exception {
        planted.open(openedAt);
        Map<String, String> empty = answers(some, roles);
        planted.plant();
        Map<String, String> full = answers(some, roles);
        planted.remove();
        empty.forEach((way, answer) -> assertThat(full.get(way)).as(way).isEqualTo(answer));
        return empty.size();
    }

    @Test
    void beforeTheResultOnlySupervisorsAndImportersKnowTheCommittee() throws Exception {
        List<String> told = List.of("supervisor", "importer");
        List<String> others =
                ROLES.stream().filter(role -> !told.contains(role)).toList();
        planted.open("2020-01-02T00:00:00Z");
        Map<String, String> unseated = answers(committeeWays, ROLES);
        planted.award(true);
        Map<String, String> decided = answers(committeeWays, List.of("analyst"));
        planted.award(false);
        planted.seat();
        Map<String, String> seated = answers(committeeWays, others);
        seated.forEach((way, answer) -> assertThat(answer).as(way).isEqualTo(unseated.get(way)));
        answers(committeeWays, told)
                .forEach((way, answer) -> assertThat(answer).as(way).isNotEqualTo(unseated.get(way)));
        planted.award(true);
        answers(committeeWays, List.of("analyst"))
                .forEach((way, answer) -> assertThat(answer).as(way).isNotEqualTo(decided.get(way)));
    }

    @Test
    void aBidderSeesItsOwnBidAndNoOther() throws Exception {
        planted.plant();
        TestEngine.driver()
                .executableQuery("""
                        MATCH (lot:Lot {id: $lot})
                        CREATE (:Company {id: $company, name: '试验公司', uscc: 'U'})
                          -[:SUBMITTED]->(:Bid {id: $bid, bidNo: 'own', round: 1, sequence: 1, price: 100,
                            bidders: [$company]})-[:FOR_LOT]->(lot)
                        """)
                .withParameters(
                        Map.of("lot", planted.lot(), "company", SUPPLIER, "bid", NodeId.of("bid", List.of("own"))))
                .execute();
        JsonNode data = json.readTree(ask(
                        "supplier",
                        "query($lot: ID!) { bids(filter: {lot: {id: {eq: $lot}}}) { totalCount edges { node { bidNo } } }"
                                + " lots(filter: {id: {eq: $lot}}) { edges { node { bids { totalCount } } } }"
                                + " companies(filter: {bids: {some: {lot: {id: {eq: $lot}}}}}) { totalCount } }"))
                .path("data");
        assertThat(data.path("bids").path("totalCount").asInt()).isEqualTo(1);
        assertThat(data.at("/bids/edges/0/node/bidNo").asString()).isEqualTo("own");
        assertThat(data.at("/lots/edges/0/node/bids/totalCount").asInt()).isZero();
        assertThat(data.path("companies").path("totalCount").asInt()).isEqualTo(1);
        TestEngine.driver()
                .executableQuery("""
                        MATCH (rival:Company)-[sent:SUBMITTED]->(bid:Bid {bidNo: 'H0'}), (supplier:Company {id: $company})
                        SET bid.bidders = [rival.id]
                        CREATE (supplier)-[:SUBMITTED]->(bid), (supplier)-[:JOINED]->(bid)
                        DELETE sent
                        """)
                .withParameters(Map.of("company", SUPPLIER))
                .execute();
        assertThat(json.readTree(ask("supplier", "{ bids { totalCount } deposits { totalCount } }"))
                        .path("data")
                        .toString())
                .as("a rival's bid that a merge or a file has given to the supplier")
                .isEqualTo("{\"bids\":{\"totalCount\":1},\"deposits\":{\"totalCount\":0}}");
        TestEngine.driver()
                .executableQuery("""
                        MATCH (supplier:Company {id: $company})-[given]->(bid:Bid {bidNo: 'H0'})
                        DELETE given
                        WITH DISTINCT supplier, bid
                        MATCH (rival:Company {id: bid.bidders[0]}), (supplier)--(own:Bid)
                        CREATE (rival)-[:SUBMITTED]->(bid)
                        DETACH DELETE supplier, own
                        """)
                .withParameters(Map.of("company", SUPPLIER))
                .execute();
    }

    @Test
    void aCursorShowsNothingOfWhatIsInsideAndServesItsViewerOnly() throws Exception {
        String document = "{ companies(first: 5, filter: {officers: {some: {}}}) { edges { node { officers { edges"
                + " { cursor node { id } } } } } lots: pageInfo { endCursor } } }";
        JsonNode answer = json.readTree(ask("analyst", document));
        String inside = answer.at("/data/companies/edges/0/node/officers/edges/0/cursor")
                .asString();
        String end = answer.at("/data/companies/lots/endCursor").asString();
        assertThat(inside).isNotEmpty();
        for (String cursor : List.of(inside, end)) {
            String readable = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
            assertThat(readable).doesNotContain("per_", "com_").doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
        }
        String next = "{ companies(first: 5, after: \"%s\", filter: {officers: {some: {}}}) { edges { cursor } } }";
        assertThat(ask("analyst", next.formatted(end))).doesNotContain("errors");
        assertThat(ask("director", next.formatted(end))).contains("BAD_CURSOR");
        assertThat(ask("analyst", next.formatted(inside))).contains("BAD_CURSOR");
        assertThat(ask("analyst", next.formatted(end.substring(0, end.length() - 2) + "AA")))
                .contains("BAD_CURSOR");
    }

    @Test
    void oneCachedDocumentServesAlternatingViewersEachItsOwn() throws Exception {
        planted.plant();
        planted.open("2020-01-02T00:00:00Z");
        String document = ways.get("BidsInTheLot");
        for (int turn = 0; turn < 5; turn++) {
            assertThat(ask("analyst", document)).contains("\"totalCount\":2");
            assertThat(ask("public", document)).contains("\"totalCount\":0");
            assertThat(ask("supplier", document)).contains("\"totalCount\":0");
        }
    }

    private Map<String, String> answers(Map<String, String> documents, List<String> roles) throws Exception {
        Map<String, Future<String>> asked = new LinkedHashMap<>();
        for (Map.Entry<String, String> way : documents.entrySet()) {
            for (String role : roles) {
                asked.put(way.getKey() + " as " + role, asking.submit(() -> ask(role, way.getValue())));
            }
        }
        Map<String, String> result = new LinkedHashMap<>();
        for (Map.Entry<String, Future<String>> one : asked.entrySet()) {
            result.put(one.getKey(), one.getValue().get());
        }
        return result;
    }

    private String ask(String role, String document) throws Exception {
        String body = json.writeValueAsString(Map.of("query", document, "variables", planted.variables()));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Lianshu-Viewer", role)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).as(role + ": " + document).doesNotContain("INTERNAL_ERROR", "QUERY_TIMEOUT");
        return response.body();
    }
}
