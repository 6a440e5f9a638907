package io.lianshu.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket that says what it is told to say, right or wrong. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    public static SocketClient open(int port, Map<String, String> headers) {
        return open(port, headers, "graphql-transport-ws");
    }

    static SocketClient open(int port, Map<String, String> headers, String protocol) {
        SocketClient client = new SocketClient();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        headers.forEach(builder::header);
        if (protocol != null) {
            builder.subprotocols(protocol);
        }
        client.socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/graphql"), client)
                .join();
        return client;
    }

    /** Opened, and let in with this as the first message's payload. */
    public static SocketClient entered(int port, String payload) throws InterruptedException {
        SocketClient client = open(port, Map.of());
        client.say("{\"type\":\"connection_init\",\"payload\":" + payload + "}");
        assertThat(client.hear().path("type").asString()).isEqualTo("connection_ack");
        return client;
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    public void say(String text) {
        socket.sendText(text, true).join();
    }

    void sayBinary(byte[] bytes) {
        socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
    }

    public void subscribe(String id, String query) {
        say(JSON.writeValueAsString(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query))));
    }

    /** The next message that is no ping. */
    public JsonNode hear() throws InterruptedException {
        JsonNode next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("a message; closed: %s", closed.getNow("not")).isNotNull();
        return next;
    }

    /** The next message within some time, or null. */
    public JsonNode hear(long millis) throws InterruptedException {
        return heard.poll(millis, TimeUnit.MILLISECONDS);
    }

    /** Code and reason with which the hub closed. */
    public String closed() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** As when the network is gone. */
    public void cut() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            JsonNode message = JSON.readTree(part.toString());
            part.setLength(0);
            if (!message.path("type").asString().equals("ping")) {
                heard.add(message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete("error " + error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
