package io.lianshu.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lianshu.attachment.AttachmentSettings.S3;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBufferUtils;

/** A store behind S3's protocol, stood in for by a server that verifies what is signed. */
class S3StoreTests {

    private static final String KEY = "ab/cd/abcd" + "0".repeat(28);
    private static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");

    @TempDir
    Path folder;

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : status(exchange, body);
        byte[] sent = status == 200 && exchange.getRequestMethod().equals("GET")
                ? objects.get(exchange.getRequestURI().getPath())
                : new byte[0];
        exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
        exchange.getResponseBody().write(sent);
        exchange.close();
    }

    private int status(HttpExchange exchange, byte[] body) {
        if (!isSigned(exchange, body)) {
            return 403;
        }
        String path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> objects.put(path, body);
            case "DELETE" -> {
                objects.remove(path);
                return 204;
            }
            default -> {
                return objects.containsKey(path) ? 200 : 404;
            }
        }
        return 200;
    }

    /** Computes the signature anew from what came, body included. */
    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Map<String, String> headers = new TreeMap<>();
        for (String name : given.replaceAll(".*SignedHeaders=([^,]*),.*", "$1").split(";")) {
            if (!name.equals("host") && !name.startsWith("x-amz-")) {
                headers.put(name, exchange.getRequestHeaders().getFirst(name));
            }
        }
        URI uri = URI.create("http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
        String expected = new S3Signature("cn-east", "key", "secret")
                .headers(exchange.getRequestMethod(), uri, headers, sha256(body), NOW)
                .get("authorization");
        return given.equals(expected);
    }

    private S3Store store(String secret) {
        URI endpoint = URI.create("http://localhost:" + server.getAddress().getPort());
        S3 settings = new S3(endpoint, "photos", "cn-east", "key", secret, true, Duration.ofSeconds(5));
        return new S3Store(settings, endpoint, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void put(S3Store store) throws IOException {
        byte[] bytes = "some photo".getBytes(StandardCharsets.UTF_8);
        store.put(KEY, Files.write(folder.resolve("file"), bytes), "image/jpeg", sha256(bytes));
    }

    private static String found(S3Store store, String key) {
        return store.find(key)
                .flatMap(DataBufferUtils::join)
                .map(buffer -> buffer.toString(StandardCharsets.UTF_8))
                .block(Duration.ofSeconds(10));
    }

    @Test
    void anObjectGoesInComesOutAndGoes() throws IOException {
        S3Store store = store("secret");
        put(store);
        assertThat(objects).containsOnlyKeys("/photos/" + KEY);
        assertThat(found(store, KEY)).isEqualTo("some photo");
        assertThat(found(store, ObjectStore.small(KEY))).isNull();
        store.remove(KEY);
        store.remove(KEY);
        assertThat(objects).isEmpty();
        assertThat(found(store, KEY)).isNull();
    }

    @Test
    void aStoreThatFaltersIsAskedAgain() throws IOException {
        faults.set(2);
        put(store("secret"));
        assertThat(objects).hasSize(1);
        faults.set(3);
        assertThatThrownBy(() -> put(store("secret"))).isInstanceOf(AttachmentRefused.class);
    }

    @Test
    void aWrongSecretIsRefusedOnceAndSaysNothingOfItself() {
        assertThatThrownBy(() -> put(store("wrong")))
                .isInstanceOf(AttachmentRefused.class)
                .hasMessageNotContaining("wrong");
        assertThat(asked).hasValue(1);
        assertThatThrownBy(() -> found(store("wrong"), KEY)).isInstanceOf(AttachmentRefused.class);
    }

    @Test
    void aStoreThatIsGoneIsUnavailable() {
        S3Store store = store("secret");
        server.stop(0);
        assertThatThrownBy(() -> put(store)).isInstanceOf(AttachmentRefused.class);
        assertThatThrownBy(() -> found(store, KEY)).isInstanceOf(AttachmentRefused.class);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
