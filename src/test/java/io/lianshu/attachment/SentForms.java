package io.lianshu.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Forms as a phone sends them to a running hub, and what comes back. */
record SentForms(int port) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BOUNDARY = "----x1";

    record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {

        String id() {
            return body.path("id").asString("");
        }

        String code() {
            return body.at("/errors/0/extensions/code").asString("");
        }

        String message() {
            return body.at("/errors/0/message").asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        byte[] bytes() {
            return response.body();
        }
    }

    static byte[] part(String name, String file, byte[] content) {
        return headed(
                "Content-Disposition: form-data; name=\"" + name + "\""
                        + (file == null ? "" : "; filename=\"" + file + "\"\r\nContent-Type: image/jpeg"),
                content);
    }

    /** A part under a header of any form. */
    static byte[] headed(String header, byte[] content) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.writeBytes(("--" + BOUNDARY + "\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        to.writeBytes(content);
        to.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return to.toByteArray();
    }

    static byte[] field(String name, String value) {
        return part(name, null, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] form(byte[]... parts) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            to.writeBytes(part);
        }
        to.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return to.toByteArray();
    }

    static String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    Answer send(String viewer, byte[]... parts) throws IOException, InterruptedException {
        return send(viewer, type(), form(parts));
    }

    Answer send(String viewer, String type, byte[] body) throws IOException, InterruptedException {
        return answered(request("/attachments", viewer)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    Answer photo(String viewer, String name, byte[] bytes) throws IOException, InterruptedException {
        return send(viewer, part("file", name, bytes));
    }

    Answer get(String viewer, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/attachments/" + path, viewer);
        return answered((headers.length == 0 ? request : request.headers(headers)).build());
    }

    JsonNode ask(String viewer, String document) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("query", document));
        return answered(request("/graphql", viewer)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .body();
    }

    private HttpRequest.Builder request(String path, String viewer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "en");
        return viewer.isEmpty() ? request : request.header("Lianshu-Viewer", viewer);
    }

    private static Answer answered(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(
                response.statusCode(), json ? JSON.readTree(response.body()) : JSON.createObjectNode(), response);
    }
}
