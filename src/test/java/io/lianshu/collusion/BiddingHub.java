package io.lianshu.collusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running hub, asked over HTTP about bidding. */
record BiddingHub(int port) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    String answer(String document, String viewer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Lianshu-Viewer", viewer)
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
                .build();
        String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(answer)
                .as(viewer + ": " + document)
                .doesNotContain("INTERNAL_ERROR", "QUERY_TIMEOUT", "ValidationError");
        return answer;
    }

    /** What an analyst is told; errors fail the test. */
    JsonNode ask(String document) throws Exception {
        JsonNode answer = JSON.readTree(answer(document, "analyst"));
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.get("data");
    }

    /** The code that an analyst's question is refused with, and what is said. */
    String refusal(String document) throws Exception {
        JsonNode error = JSON.readTree(answer(document, "analyst")).at("/errors/0");
        return error.at("/extensions/code").asString() + " "
                + error.at("/extensions/field").asString() + ": "
                + error.at("/message").asString();
    }

    /** All nodes of a root connection, by a key. */
    Map<String, JsonNode> all(String field, String selection, String key) throws Exception {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        String after = "null";
        while (true) {
            JsonNode page = ask("{ " + field + "(first: 100, after: " + after + ") { totalCount edges { node { "
                            + selection + " } } pageInfo { hasNextPage endCursor } } }")
                    .get(field);
            page.get("edges").forEach(edge -> {
                JsonNode node = edge.get("node");
                assertThat(found.put(node.at(key).asString(), node)).isNull();
            });
            if (!page.get("pageInfo").get("hasNextPage").asBoolean()) {
                assertThat(page.get("totalCount").asInt()).isEqualTo(found.size());
                return found;
            }
            after = '"' + page.get("pageInfo").get("endCursor").asString() + '"';
        }
    }
}
