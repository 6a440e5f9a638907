package io.lianshu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running hub that is sent commands over HTTP, each with its one variable {@code input}. */
public record AskedCommands(int port) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An input with a key of its own; fields and values in turn. */
    public static Map<String, Object> input(Object... fields) {
        Map<String, Object> input = new HashMap<>();
        input.put("clientMutationId", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            input.put((String) fields[i], fields[i + 1]);
        }
        return input;
    }

    /** An input that corrects a node as it was read. */
    static Map<String, Object> correction(JsonNode node, Object... fields) {
        Map<String, Object> input = input(fields);
        input.put("id", node.path("id").asString());
        input.put("version", node.path("version").asString());
        return input;
    }

    /** Code and field of each refusal. */
    public static List<String> codes(JsonNode payload) {
        return payload.path("refusals")
                .valueStream()
                .map(refusal -> refusal.path("code").asString() + " "
                        + (refusal.path("field").isNull()
                                ? "null"
                                : refusal.path("field").asString()))
                .toList();
    }

    /** One line for each changed field, the newest change first and fields by name. */
    List<String> history(String id, String viewer) throws Exception {
        JsonNode answer = ask(
                viewer,
                "zh",
                "query($input: ID!) { history(id: $input) { command reason by at fields { name before after } } }",
                id);
        return answer.at("/data/history")
                .valueStream()
                .flatMap(change -> change.path("fields")
                        .valueStream()
                        .map(field -> "%s %s %s %s -> %s"
                                .formatted(
                                        change.path("command").asString(),
                                        text(change.path("reason")),
                                        field.path("name").asString(),
                                        text(field.path("before")),
                                        text(field.path("after"))))
                        .sorted())
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "null" : value.asString();
    }

    /** The field {@code it} of the answer to an administrator; errors fail the test. */
    public JsonNode send(String document, Map<String, Object> input) throws Exception {
        JsonNode answer = ask("administrator", "zh", document, input);
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/data/it");
    }

    public JsonNode ask(String viewer, String language, String document, Object input) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .header("Lianshu-Viewer", viewer)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", document, "variables", Map.of("input", input)))))
                .build();
        return JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
