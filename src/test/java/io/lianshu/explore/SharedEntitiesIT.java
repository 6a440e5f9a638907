package io.lianshu.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.read.StatementWatch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Query;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What companies share is found through opened lots and ties, named with its innocent reasons, and bounded. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false", "lianshu.read.timeout=2m"})
class SharedEntitiesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String DOCUMENT =
            "query($lot: ID, $companies: [ID!]) { sharedEntities(lot: $lot, companies: $companies)"
                    + " { truncated pairs { a { name } b { name } circumstance { code } via { forA { code } forB { code } label"
                    + " firstSeen here otherLots circumstance { code } entity { id } } } } }";

    /** Each bid: lot, company, device of its file, whether in the hall; the fourth joined by another company. */
    private static final String PLANTED = """
            UNWIND ['甲公司', '乙公司', '丙公司', '丁公司'] AS name
            CREATE (:Company {id: $ids[name], name: name})
            WITH count(*) AS done
            UNWIND $lots AS lot
            CREATE (:Lot {id: lot.id, bidSectionCode: lot.id, round: 1,
              openedAt: CASE WHEN lot.opened IS NULL THEN null ELSE datetime(lot.opened) END})
            WITH count(*) AS done
            UNWIND $bids AS row
            MATCH (lot:Lot {id: row.lot}), (company:Company {id: $ids[row.company]})
            CREATE (company)-[:SUBMITTED]->(bid:Bid {id: row.bid, bidNo: row.bid, round: 1, sequence: 1,
              submittedAt: datetime('2019-12-01T00:00:00Z')})-[:FOR_LOT]->(lot)
            CREATE (bid)-[:HAS_DOCUMENT]->(file:BidDocument {id: row.file, documentNo: row.file, author: row.author,
              solidifiedAt: datetime(row.at)})
            MERGE (device:Device {id: row.device})
            ON CREATE SET device.kind = 'MAC', device.valueHash = row.device, device.publicTerminal = row.hall
            CREATE (file)-[:MADE_ON]->(device)
            WITH count(*) AS done
            MATCH (one:Company {id: $ids['甲公司']}), (two:Company {id: $ids['乙公司']}), (four:Company {id: $ids['丁公司']}),
              (bid:Bid {id: $joined})
            CREATE (four)-[:JOINED]->(bid), (four)-[:BRANCH_OF]->(one)
            CREATE (p:Person {id: $person, name: '张三丰'})-[:LEGAL_REP_OF {from: date('2019-01-01')}]->(one),
              (p)-[:SHAREHOLDER_OF {from: date('2020-05-01')}]->(two)
            """;

    @Autowired
    private StatementWatch watch;

    @LocalServerPort
    private int port;

    @TestConfiguration
    static class Watched {

        @Bean
        static StatementWatch statementWatch() {
            return new StatementWatch();
        }
    }

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
    }

    @BeforeEach
    void plant() {
        TestEngine.wipe();
        Map<String, Object> ids = new HashMap<>();
        List.of("甲公司", "乙公司", "丙公司", "丁公司").forEach(name -> ids.put(name, id("com", name)));
        TestEngine.driver()
                .executableQuery(PLANTED)
                .withParameters(Map.of(
                        "ids", ids,
                        "person", id("per", "p"),
                        "joined", id("bid", "1"),
                        "lots",
                                List.of(
                                        lot("first", "2020-01-01T00:00:00Z"),
                                        lot("second", "2021-01-01T00:00:00Z"),
                                        lot("closed", null),
                                        lot("empty", null)),
                        "bids",
                                List.of(
                                        bid("1", "first", "甲公司", "x", false, "用户一"),
                                        bid("2", "first", "乙公司", "x", false, "用户一"),
                                        bid("3", "first", "丙公司", "hall", true, "用户三"),
                                        bid("4", "second", "甲公司", "x", false, "用户四"),
                                        bid("5", "second", "乙公司", "x", false, "用户五"),
                                        bid("6", "second", "丙公司", "hall", true, "用户六"),
                                        bid("7", "second", "丁公司", "hall", true, "用户七"),
                                        bid("8", "closed", "乙公司", "secret", false, "用户八"),
                                        bid("9", "closed", "丙公司", "secret", false, "用户八"))))
                .execute();
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void biddersOfAnOpenedLotAreToldWithWhatTheyShare() throws Exception {
        Map<String, List<String>> pairs = pairs(ask("analyst", Map.of("lot", id("lot", "first"))));
        assertThat(pairs.get("乙公司 甲公司"))
                .containsExactlyInAnyOrder(
                        "[MAC] [MAC] 设备 here 1 more",
                        "[AUTHOR] [AUTHOR] 用*一 here 0 more",
                        "[SHAREHOLDER] [LEGAL_REPRESENTATIVE] 张*丰 0 more since 2020-05-01");
    }

    @Test
    void anInnocentReasonIsNamed() throws Exception {
        JsonNode answer =
                ask("analyst", Map.of("companies", List.of(id("com", "丙公司"), id("com", "丁公司"), id("com", "甲公司"))));
        Map<String, List<String>> pairs = pairs(answer);
        assertThat(pairs.get("丁公司 丙公司")).singleElement().asString().contains("PUBLIC_TERMINAL");
        assertThat(pairs.get("DECLARED_BRANCH 丁公司 甲公司"))
                .as("%s", pairs)
                .anyMatch(via -> via.startsWith("[HEAD_OFFICE] [SELF] 甲公司"))
                .anyMatch(via -> via.startsWith("[AUTHOR] [AUTHOR] 用*一") && via.endsWith("ONE_CONSORTIUM"));
    }

    @Test
    void aClosedLotHasNoPairsAndCostsWhatAnEmptyOneCosts() throws Exception {
        watch.take();
        JsonNode full = ask("analyst", Map.of("lot", id("lot", "closed")));
        Query sentForFull = watch.take().get(0);
        JsonNode empty = ask("analyst", Map.of("lot", id("lot", "empty")));
        Query sentForEmpty = watch.take().get(0);
        assertThat(full).isEqualTo(empty);
        assertThat(full.at("/data/sharedEntities/pairs")).isEmpty();
        assertThat(watch.hits(sentForFull)).isEqualTo(watch.hits(sentForEmpty));
        assertThat(ask("analyst", Map.of("companies", List.of(id("com", "乙公司"), id("com", "丙公司"))))
                        .at("/data/sharedEntities/pairs"))
                .as("what only the closed lot tells is not told")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                             | BAD_ARGUMENT
            {"lot": "x"}                                   | BAD_ARGUMENT
            {"companies": ["com_abcdefghijklmnopqrstuvwxyz"]} | BAD_ARGUMENT
            {"companies": ["x", "y"]}                      | BAD_ARGUMENT
            {"lot": "com_abcdefghijklmnopqrstuvwxyz"}      | BAD_ARGUMENT
            {"companies": ["com_abcdefghijklmnopqrstuvwxyz", "lot_abcdefghijklmnopqrstuvwxyz"]} | BAD_ARGUMENT
            {"lot": "lot_abcdefghijklmnopqrstuvwxyz", "companies": []} | BAD_ARGUMENT
            """)
    void otherArgumentsAreRefused(String variables, String code) throws Exception {
        assertThat(ask("analyst", JSON.readValue(variables, Map.class))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"public", "director", "administrator", "supplier", "importer"})
    void othersMayNotAsk(String viewer) throws Exception {
        assertThat(ask(viewer, Map.of("lot", id("lot", "first")))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("NOT_ALLOWED");
    }

    private static Map<String, Object> lot(String key, String opened) {
        Map<String, Object> lot = new HashMap<>();
        lot.put("id", id("lot", key));
        lot.put("opened", opened);
        return lot;
    }

    private static Map<String, Object> bid(
            String key, String lot, String company, String device, boolean hall, String author) {
        return Map.of(
                "bid",
                id("bid", key),
                "file",
                id("doc", key),
                "lot",
                id("lot", lot),
                "company",
                company,
                "device",
                id("dev", device),
                "hall",
                hall,
                "author",
                author,
                "at",
                "2019-11-0" + key + "T00:00:00Z");
    }

    private static String id(String kind, String key) {
        return NodeId.of(kind, List.of("shared", key));
    }

    /** By the names of both in alphabetical order of their characters, with the pair's circumstance before. */
    private static Map<String, List<String>> pairs(JsonNode answer) {
        Map<String, List<String>> pairs = new TreeMap<>();
        answer.at("/data/sharedEntities/pairs").forEach(pair -> {
            String a = pair.at("/a/name").asString();
            String b = pair.at("/b/name").asString();
            boolean turned = a.compareTo(b) > 0;
            String circumstance = pair.at("/circumstance/code").asString("");
            String names = (circumstance.isEmpty() ? "" : circumstance + " ") + (turned ? b + " " + a : a + " " + b);
            pairs.put(
                    names,
                    pair.path("via").valueStream().map(via -> told(via, turned)).toList());
        });
        return pairs;
    }

    private static String told(JsonNode via, boolean turned) {
        String first = codes(via.path(turned ? "forB" : "forA"));
        String second = codes(via.path(turned ? "forA" : "forB"));
        String since = via.path("here").asBoolean()
                ? ""
                : " since " + via.path("firstSeen").asString("?").split("T")[0];
        String circumstance = via.at("/circumstance/code").asString("");
        return (first + " " + second + " " + via.path("label").asString().replaceAll("#[0-9a-f]{4}", "")
                        + (via.path("here").asBoolean() ? " here " : " ")
                        + via.path("otherLots").asInt() + " more" + since + " " + circumstance)
                .strip();
    }

    private static String codes(JsonNode list) {
        return list.valueStream()
                .map(code -> code.path("code").asString())
                .sorted()
                .toList()
                .toString();
    }

    private JsonNode ask(String viewer, Map<?, ?> variables) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Lianshu-Viewer", viewer)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", DOCUMENT, "variables", variables))))
                .build();
        return JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
