package io.lianshu.collusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lianshu.engine.TestEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parts of the graph as files: what the API answers, read back by the tables' and by graphology's readers. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.read.timeout=2m",
            "lianshu.collusion.renew=0s"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphFilesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path CLIENTS = Path.of("src/test/clients");
    private static final String A = PlantedMarket.RING.get(0);
    private static final String B = PlantedMarket.RING.get(1);
    /** What spreadsheets, XML and people stumble over. */
    private static final String NAME = "=企业<&\"甲\u0001\",乙";

    @LocalServerPort
    private int port;

    @TempDir
    private Path output;

    private String ring = "";
    private String lot = "";

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        new PlantedMarket().plant();
        PlantedMarket.run(
                """
                MATCH (a:Company {id: $a}), (b:Company {id: $b})
                SET a.name = $name
                CREATE (a)-[:REACHABLE_AT]->(contact:Contact {id: $contact, kind: 'PHONE'})<-[:REACHABLE_AT]-(b)
                CREATE (head:Person {id: $head, name: '王小二'})
                CREATE (head)-[:LEGAL_REP_OF {from: date('2020-01-01')}]->(a), (head)-[:SHAREHOLDER_OF {share: 12.5}]->(b)
                """,
                Map.of(
                        "a",
                        A,
                        "b",
                        B,
                        "name",
                        NAME,
                        "contact",
                        PlantedMarket.id("con", "one"),
                        "head",
                        PlantedMarket.id("per", "head")));
        TestEngine.register(registry);
    }

    @BeforeAll
    void analyse(@Autowired BiddingSweep sweep) throws Exception {
        sweep.sweep();
        ring = hub().ask("{ rings(first: 1, orderBy: [{ score: DESC }]) { edges { node { id } } } }")
                .at("/rings/edges/0/node/id")
                .asString();
        lot = PlantedMarket.lot(0);
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void theTablesHaveWhatTheApiAnswers() throws Exception {
        for (AskedGraph asked : all()) {
            Map<String, List<NamedCsvRecord>> tables = tables(get(asked.address() + "&format=csv", "analyst"));
            Map<String, String> titles = new TreeMap<>();
            tables.get("nodes.csv").forEach(row -> titles.put(row.getField("Id"), row.getField("Label")));
            Map<String, String> expected = new TreeMap<>(asked.titles());
            // Before what a spreadsheet program would take for a formula stands an apostrophe.
            expected.replaceAll((id, title) -> title.startsWith("=") ? "'" + title : title);
            assertThat(titles).as(asked.address()).isEqualTo(expected);
            assertThat(tables.get("edges.csv"))
                    .as(asked.address())
                    .extracting(row -> row.getField("Source") + " " + row.getField("Target"))
                    .containsExactlyInAnyOrderElementsOf(asked.edges());
            Map<String, String> about = new TreeMap<>();
            tables.get("about.csv").forEach(row -> about.put(row.getField("name"), row.getField("value")));
            assertThat(about)
                    .containsEntry("nodes", String.valueOf(titles.size()))
                    .containsEntry("edges", String.valueOf(asked.edges().size()))
                    .containsEntry("truncated", String.valueOf(asked.truncated()))
                    .containsEntry("seenBy", "ANALYST");
        }
    }

    @Test
    void graphologyReadsWhatTheApiAnswers() throws Exception {
        assumeTrue(
                Files.isDirectory(CLIENTS.resolve("node_modules")), "SKIPPED: npm ci was not run in src/test/clients");
        List<AskedGraph> all = all();
        List<String> command = new ArrayList<>(List.of("node", "graphs.mjs", "analyst"));
        all.forEach(asked -> command.add("http://localhost:" + port + asked.address()));
        Process client = new ProcessBuilder(command)
                .directory(CLIENTS.toFile())
                .redirectOutput(output.resolve("out").toFile())
                .redirectError(output.resolve("err").toFile())
                .start();
        assertThat(client.waitFor(2, TimeUnit.MINUTES) && client.exitValue() == 0)
                .as("%s", Files.readString(output.resolve("err")))
                .isTrue();
        JsonNode found = JsonMapper.shared().readTree(Files.readString(output.resolve("out")));
        for (int at = 0; at < all.size(); at++) {
            AskedGraph asked = all.get(at);
            for (String format : List.of("gexf", "graphml")) {
                JsonNode read = found.get(at).get(format);
                String what = format + " of " + asked.address();
                assertThat(read.get("order").asInt())
                        .as(what)
                        .isEqualTo(asked.titles().size());
                assertThat(read.get("size").asInt())
                        .as(what)
                        .isEqualTo(asked.edges().size());
                Map<String, String> titles = new TreeMap<>();
                read.get("labels")
                        .forEach(node ->
                                titles.put(node.get(0).asString(), node.get(1).asString()));
                Map<String, String> expected = new TreeMap<>(asked.titles());
                // What XML cannot hold is replaced.
                expected.replaceAll((id, title) -> title.replace('\u0001', '\ufffd'));
                assertThat(titles).as(what).isEqualTo(expected);
                assertThat(read.get("edges").valueStream().map(JsonNode::asString))
                        .as(what)
                        .containsExactlyInAnyOrderElementsOf(asked.edges());
            }
        }
        JsonNode weights = found.get(all.size() - 1);
        assertThat(weights.at("/gexf/weights").asInt())
                .isPositive()
                .isEqualTo(weights.at("/graphml/weights").asInt());
    }

    @Test
    void nobodyAsksForAFileWithoutTakingIt() throws Exception {
        HttpResponse<Void> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphs/neighbourhood?id=" + A))
                        .header("Lianshu-Viewer", "analyst")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void theFileSaysWhatWasLeftOut() throws Exception {
        String all = text(get("/graphs/neighbourhood?id=" + A + "&limit=300", "analyst"));
        String few = text(get("/graphs/neighbourhood?id=" + A + "&limit=5", "analyst"));
        assertThat(all).contains("truncated=false").contains("limit=300");
        assertThat(few).contains("truncated=true").contains("there may be more");
        assertThat(text(get("/graphs/neighbourhood?format=graphml&id=" + A + "&limit=5", "supervisor")))
                .contains("<data key=\"graph.truncated\">true</data>")
                .contains("<data key=\"graph.seenBy\">SUPERVISOR</data>");
        assertThat(all).contains("version=\"1.3\"").doesNotContain(PlantedMarket.SEALED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public       | /neighbourhood?id=A            | 401 | EXPORT_NOT_SIGNED_IN |
            supplier     | /neighbourhood?id=A            | 403 | EXPORT_NOT_ALLOWED   |
            director     | /ring?id=A                     | 403 | EXPORT_NOT_ALLOWED   |
            analyst      | /everything?id=A               | 404 | EXPORT_UNKNOWN       |
            analyst      | /neighbourhood                 | 400 | BAD_PARAMETER        | id
            analyst      | /neighbourhood?id=A&format=svg | 400 | BAD_PARAMETER        | format
            analyst      | /neighbourhood?id=A&depht=2    | 400 | BAD_PARAMETER        | id
            analyst      | /neighbourhood?id=A&id=A       | 400 | BAD_PARAMETER        | id
            analyst      | /neighbourhood?id=A&depth=two  | 400 | BAD_PARAMETER        | depth
            analyst      | /neighbourhood?id=A&depth=4    | 400 | BAD_ARGUMENT         | depth
            analyst      | /neighbourhood?id=A&types=NONE | 400 | BAD_ARGUMENT         | types
            analyst      | /neighbourhood?id=com_lwepxsd6u7uk5xlxu5mlqsvsup | 404 | NODE_UNKNOWN | id
            analyst      | /ring?id=A                     | 404 | NODE_UNKNOWN         | id
            analyst      | /paths?from=A                  | 400 | BAD_PARAMETER        | to
            analyst      | /shared                        | 400 | BAD_ARGUMENT         | lot
            case-officer | /shared?companies=A            | 400 | BAD_ARGUMENT         | companies
            """)
    void whatIsNotGivenIsRefusedByName(String viewer, String path, int status, String code, String field)
            throws Exception {
        HttpResponse<byte[]> answer = get("/graphs" + path.replace("=A", "=" + A), viewer);
        JsonNode error = JsonMapper.shared().readTree(answer.body()).at("/errors/0");
        assertThat(answer.statusCode()).as("%s", error).isEqualTo(status);
        assertThat(error.at("/extensions/code").asString()).isEqualTo(code);
        assertThat(error.at("/extensions/field").asString("")).isEqualTo(field == null ? "" : field);
        assertThat(error.at("/message").asString()).isNotBlank();
    }

    private List<AskedGraph> all() throws Exception {
        return List.of(
                AskedGraph.neighbourhood(hub(), A, 1, 100, false),
                AskedGraph.neighbourhood(hub(), A, 2, 40, true),
                AskedGraph.paths(hub(), A, B),
                AskedGraph.shared(hub(), lot),
                AskedGraph.ring(hub(), ring));
    }

    private BiddingHub hub() {
        return new BiddingHub(port);
    }

    private HttpResponse<byte[]> get(String address, String viewer) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .header("Lianshu-Viewer", viewer)
                        .header("Accept-Language", "en")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Map<String, List<NamedCsvRecord>> tables(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .endsWith(".csv.zip\"");
        Map<String, List<NamedCsvRecord>> tables = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String table = new String(zip.readAllBytes(), StandardCharsets.UTF_8).substring(1);
                tables.put(
                        entry.getName(),
                        CsvReader.builder().ofNamedCsvRecord(table).stream().toList());
            }
        }
        return tables;
    }
}
