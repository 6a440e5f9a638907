package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running hub, asked over HTTP. */
record AskedHub(int port) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The answer's data; errors fail the test. */
    JsonNode ask(String document, String viewer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Lianshu-Viewer", viewer)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
                .build();
        JsonNode answer = JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.get("data");
    }

    JsonNode ask(String document) throws Exception {
        return ask(document, "analyst");
    }

    /** Walks all pages of a connection. */
    void eachNode(String field, String selection, String viewer, Consumer<JsonNode> seen) throws Exception {
        String after = "null";
        while (true) {
            JsonNode page = ask(
                            "{ " + field + "(first: 100, after: " + after + ") { edges { node { " + selection
                                    + " } } pageInfo { hasNextPage endCursor } } }",
                            viewer)
                    .get(field);
            page.get("edges").forEach(edge -> seen.accept(edge.get("node")));
            if (!page.get("pageInfo").get("hasNextPage").asBoolean()) {
                return;
            }
            after = '"' + page.get("pageInfo").get("endCursor").asString() + '"';
        }
    }

    /** Two names as one, in whatever order they come. */
    static String pair(String one, String two) {
        return List.of(one, two).stream().sorted().collect(Collectors.joining(" + "));
    }
}
