package io.lianshu.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running hub, entered over HTTP. */
public record AskedAccess(int port, String address) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final AtomicInteger CALLERS = new AtomicInteger();

    /** From an address of its own, where the hub believes what a proxy says. */
    public AskedAccess(int port) {
        this(port, "10.1." + CALLERS.incrementAndGet() / 250 + "." + CALLERS.get() % 250);
    }

    /** An answer of {@code /auth}: its status, and its fields, none when it has no body. */
    public record Answer(int status, JsonNode body) {

        public String code() {
            return body.at("/errors/0/extensions/code").asString("");
        }

        public String access() {
            return body.path("access_token").asString("");
        }

        public String refresh() {
            return body.path("refresh_token").asString("");
        }
    }

    public Answer auth(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return auth(path, JSON.writeValueAsString(fields), "application/json", null);
    }

    public Answer auth(String path, String body, String type, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/auth/" + path))
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(), answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body()));
    }

    public Answer login(String username, String password) throws IOException, InterruptedException {
        return auth("token", Map.of("username", username, "password", password));
    }

    public Answer refresh(String token) throws IOException, InterruptedException {
        return auth("token", Map.of("refresh_token", token));
    }

    /** The whole answer to a document. */
    public JsonNode ask(String document, Map<String, Object> variables, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return JSON.readTree(HTTP.send(request.build(), BodyHandlers.ofString()).body());
    }

    /** Who the hub says asks, or the code of its refusal. */
    public String me(String token) throws IOException, InterruptedException {
        JsonNode answer = ask("{ me { account roles company } }", Map.of(), "Bearer " + token);
        return answer.has("errors")
                ? answer.at("/errors/0/extensions/code").asString()
                : answer.at("/data/me/roles").toString();
    }

    /** A mutation by a token, and its payload. */
    public JsonNode command(String mutation, String selection, Map<String, Object> input, String token)
            throws IOException, InterruptedException {
        Map<String, Object> all = new HashMap<>(input);
        all.put("clientMutationId", UUID.randomUUID().toString());
        String type = mutation.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + mutation.substring(1) + "Input";
        JsonNode answer = ask(
                "mutation($input: " + type + "!) { it: " + mutation + "(input: $input) { account { " + selection
                        + " } refusals { code field } } }",
                Map.of("input", all),
                "Bearer " + token);
        return answer.has("errors") ? answer : answer.at("/data/it");
    }
}
