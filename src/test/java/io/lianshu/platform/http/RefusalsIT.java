package io.lianshu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.read.OperationFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, the whole application answers with data or with a refusal that has a code. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=true", "lianshu.read.plan-at-start=false", "lianshu.limits.patience=2s"})
class RefusalsIT {

    private static final String IDS = "lot_abcdefghijklmnopqrstuvwxyz";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.register(registry);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                              | BAD_SYNTAX
            { nope }                                                       | BAD_QUERY
            { lots(first: -1) { edges { cursor } } }                       | BAD_PAGE_SIZE
            { lots(first: 0) { edges { cursor } } }                        | BAD_PAGE_SIZE
            { lots(first: 2147483647) { edges { cursor } } }               | TOO_COSTLY
            { lots(first: 99999999999999) { edges { cursor } } }           | BAD_QUERY
            { lots(first: -1) { totalCount } }                             | BAD_PAGE_SIZE
            { lots { edges { node { bids(last: 0) { totalCount } } } } }   | BAD_PAGE_SIZE
            { lots(after: "x") { __typename } }                            | BAD_CURSOR
            { lots(orderBy: [{}]) { totalCount } }                         | BAD_ORDER
            { a: people(filter: {or: [{phone: {eq: "1"}}, {phone: {eq: "2"}}, {phone: {eq: "3"}}]}) { totalCount } b: people(filter: {or: [{phone: {eq: "4"}}, {phone: {eq: "5"}}, {phone: {eq: "6"}}]}) { totalCount } } | TOO_MANY_SEALED_VALUES
            { coBiddingPairs(first: -1) { lotsTogether } }                 | BAD_PAGE_SIZE
            { lots(first: 1, last: 1) { edges { cursor } } }               | BAD_PAGE
            { lots(after: "x") { edges { cursor } } }                      | BAD_CURSOR
            { lots(after: "") { edges { cursor } } }                       | BAD_CURSOR
            { lots(orderBy: [{}]) { edges { cursor } } }                   | BAD_ORDER
            { lots(orderBy: [null]) { edges { cursor } } }                 | BAD_QUERY
            { lots(filter: {name: {in: [null]}}) { totalCount } }          | BAD_QUERY
            { lots(filter: {estimate: {gt: 1e999999999}}) { totalCount } } | BAD_QUERY
            { lots(filter: {openedAt: {gt: "2025-02-30T00:00:00Z"}}) { totalCount } } | BAD_QUERY
            { lots(filter: {category: {eq: "x'})"}}) { totalCount } }      | UNKNOWN_CODE
            { lots(filter: {id: {eq: "com_abcdefghijklmnopqrstuvwxyz"}}) { totalCount } } | ID_OF_ANOTHER_KIND
            { projects(near: {latitude: 91, longitude: 0, metres: 5}) { totalCount } } | BAD_PLACE
            { projects(near: {latitude: 1e999, longitude: 0, metres: 5}) { totalCount } } | BAD_PLACE
            { projects(near: {latitude: 0, longitude: 0, metres: 0}) { totalCount } } | BAD_PLACE
            { node(id: "x") { id } }                                       | BAD_ID
            { node(id: "zzz_abcdefghijklmnopqrstuvwxyz") { id } }          | BAD_ID
            { nodes(ids: [null]) { id } }                                  | BAD_QUERY
            { lots { aggregate { groups(by: []) { count } } } }            | BAD_GROUPS
            { lots { aggregate { groups(by: [TENDER], first: 0) { count } } } } | BAD_PAGE_SIZE
            { lots(search: "") { totalCount } }                            | BAD_SEARCH
            { people(search: "张") { totalCount } }                         | BAD_QUERY
            { people(filter: {name: {eq: "张三"}}) { totalCount } }          | FIELD_NOT_OPEN
            { people(orderBy: [{name: ASC}]) { edges { cursor } } }        | FIELD_NOT_OPEN
            { people { aggregate { groups(by: [NAME]) { count } } } }      | FIELD_NOT_OPEN
            { neighbourhood(id: "lot_abcdefghijklmnopqrstuvwxyz", depth: 9) { truncated } } | BAD_ARGUMENT
            { neighbourhood(id: "lot_abcdefghijklmnopqrstuvwxyz", types: ["X`]"]) { truncated } } | BAD_ARGUMENT
            { paths(from: "x", to: "y") { length } }                       | BAD_ID
            { ...A } fragment A on Query { ...B } fragment B on Query { ...A } | BAD_QUERY
            { companies(first: 100) { edges { node { bids(first: 100) { edges { node { lot { bids(first: 100) { totalCount edges { cursor } } } } } } } } } } | TOO_COSTLY
            { __schema { types { fields { type { fields { name } } } } } } | INTROSPECTION_TOO_DEEP
            { a: __type(name: "Lot") { name } b: __type(name: "Bid") { name } } | INTROSPECTION_TOO_DEEP
            mutation { x }                                                 | BAD_QUERY
            query A { __typename } query B { __typename }                  | UNKNOWN_OPERATION
            """)
    void aBadDocumentIsRefused(String document, String code) throws Exception {
        assertThat(codes(post(Map.of("query", document)))).contains(code);
    }

    @Test
    void whatAVariableHoldsInMassesIsRefusedBeforeTheDatabasePlansIt() throws Exception {
        String document = "query($f: LotFilter) { lots(filter: $f) { totalCount } }";
        List<Object> many = new ArrayList<>(Collections.nCopies(5000, Map.of("name", Map.of("eq", "x"))));
        assertThat(filtered(document, Map.of("or", many))).contains("FILTER_TOO_LARGE");
        Object deep = Map.of();
        for (int level = 0; level < 300; level++) {
            deep = Map.of("not", deep);
        }
        assertThat(filtered(document, deep)).contains("FILTER_TOO_DEEP");
        List<String> guesses = new ArrayList<>();
        for (int guess = 0; guess < 1000; guess++) {
            guesses.add("1380000" + guess);
        }
        assertThat(codes(post(Map.of(
                        "query",
                        "query($f: PersonFilter) { people(filter: $f) { totalCount } }",
                        "variables",
                        Map.of("f", Map.of("phone", Map.of("in", guesses)))))))
                .contains("TOO_MANY_SEALED_VALUES");
        assertThat(codes(post(Map.of("query", "{ lots(first: " + "9".repeat(100_000) + ") { totalCount } }"))))
                .contains("NUMBER_TOO_LONG");
        assertThat(codes(post("{\"query\":\"query($s: String!) { lots(search: $s) { totalCount } }\","
                        + "\"variables\":{\"s\":\"\\ud800\"}}")))
                .contains("BAD_SEARCH");
    }

    @Test
    void groupsOfWhatAViewerNeverSeesAreEmpty() throws Exception {
        String document = "{ bids { aggregate { groups(by: [TENDERER], first: 1000) { count tenderer { id } } } } }";
        HttpResponse<String> answer = send(request("application/json", "*/*", "/graphql")
                .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("query", document)))));
        assertThat(answer.body()).isEqualTo("{\"data\":{\"bids\":{\"aggregate\":{\"groups\":[]}}}}");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,    application/json, */*,               /graphql,     405, METHOD_NOT_ALLOWED
            PUT,    application/json, */*,               /graphql,     405, METHOD_NOT_ALLOWED
            DELETE, application/json, */*,               /graphql,     405, METHOD_NOT_ALLOWED
            PATCH,  application/json, */*,               /graphql,     405, METHOD_NOT_ALLOWED
            OPTIONS, application/json, */*,              /graphql,     405, METHOD_NOT_ALLOWED
            POST,   text/plain,       */*,               /graphql,     415, UNSUPPORTED_MEDIA_TYPE
            POST,   ///;;,            */*,               /graphql,     415, UNSUPPORTED_MEDIA_TYPE
            POST,   application/json, image/png,         /graphql,     406, NOT_ACCEPTABLE
            POST,   application/json, text/event-stream, /graphql,     400, BAD_BODY
            POST,   application/json, %%%,               /graphql,     406, NOT_ACCEPTABLE
            POST,   application/json, */*,               /%67raphql,   400, BAD_BODY
            POST,   application/json, */*,               /graphql;a=b, 400, BAD_BODY
            GET,    application/json, */*,               /nope,        404, PATH_UNKNOWN
            PUT,    application/json, */*,               /imports,     405, METHOD_NOT_ALLOWED
            """)
    void aRequestOfAnotherShapeIsRefused(
            String method, String type, String accept, String path, int status, String code) throws Exception {
        HttpResponse<String> answer =
                send(request(type, accept, path).method(method, BodyPublishers.ofString("no JSON")));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(codes(answer)).containsExactly(code);
    }

    @Test
    void noSpellingOfThePathLetsALongBodyIn() throws Exception {
        for (String path : List.of("/graphql", "/%67raphql", "/graphql;a=b")) {
            HttpResponse<String> answer = send(request("application/json", "*/*", path)
                    .POST(BodyPublishers.ofString("{\"query\":\"" + "#".repeat(300_000) + "\"}")));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(codes(answer)).containsExactly("BODY_TOO_LARGE");
        }
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedForForEver() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\nConnection: close\r\n\r\n{\"query\":")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void randomJunkIsNeverAnInternalError() throws Exception {
        List<String> right = rightDocuments();
        Junk junk = new Junk(20260101);
        List<String> documents = new ArrayList<>();
        for (int index = 0; index < 600; index++) {
            documents.add(junk.document(right.get(index % right.size())));
        }
        int refused = 0;
        for (String document : documents) {
            HttpResponse<String> answer = post(Map.of("query", document, "variables", variables()));
            if (!codes(answer).isEmpty()) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300).isLessThan(600);
    }

    @Test
    void bodiesWithWrongBytesAreNeverAnInternalError() throws Exception {
        Junk junk = new Junk(20260102);
        String right = json.writeValueAsString(Map.of(
                "query",
                "query A($f: LotFilter, $n: Int) { lots(filter: $f, first: $n) { totalCount } }",
                "operationName",
                "A",
                "variables",
                Map.of("f", Map.of("name", Map.of("in", List.of("甲", "乙"))), "n", 5)));
        int refused = 0;
        for (int index = 0; index < 500; index++) {
            HttpResponse<String> answer = send(
                    request("application/json", "*/*", "/graphql").POST(BodyPublishers.ofByteArray(junk.body(right))));
            if (!codes(answer).isEmpty()) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void manyExpensiveQueriesAtOnceAreAllAnsweredOrRefused() throws Exception {
        String body = json.writeValueAsString(Map.of(
                "query",
                "{ companies(first: 100) { edges { node { bids(first: 15) { edges { node { price } } } } } } }"));
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() -> http.sendAsync(
                        request("application/json", "*/*", "/graphql")
                                .header("Lianshu-Viewer", "analyst")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString()))
                .limit(200)
                .toList();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            codes(answer.get());
        }
    }

    private List<String> filtered(String document, Object filter) throws Exception {
        return codes(post(Map.of("query", document, "variables", Map.of("f", filter))));
    }

    private static List<String> rightDocuments() throws IOException {
        List<String> result = new ArrayList<>();
        OperationFiles.load().forEach(operation -> result.add(operation.document()));
        String ways = new ClassPathResource("trading/hidden-bids.graphql").getContentAsString(StandardCharsets.UTF_8);
        new Parser()
                .parseDocument(ways)
                .getDefinitionsOfType(OperationDefinition.class)
                .forEach(way -> result.add(AstPrinter.printAst(way)));
        return result;
    }

    private static Map<String, Object> variables() {
        return Map.of("lot", IDS, "company", IDS.replace("lot_", "com_"), "id", IDS, "first", 3, "search", "项目");
    }

    private HttpResponse<String> post(Map<String, ?> body) throws Exception {
        return post(json.writeValueAsString(body));
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(request("application/json", "*/*", "/graphql")
                .header("Lianshu-Viewer", "analyst")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String type, String accept, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .header("Accept", accept);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The codes of the answer's errors; every error has one, and it is none of ours to be ashamed of. */
    private List<String> codes(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        JsonNode body = json.readTree(answer.body());
        assertThat(body.has("data") || body.has("errors")).as(answer.body()).isTrue();
        List<String> codes = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            codes.add(error.at("/extensions/code").asString());
        }
        assertThat(codes).as(answer.body()).doesNotContain("", "INTERNAL_ERROR");
        return codes;
    }
}
