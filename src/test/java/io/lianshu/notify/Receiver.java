package io.lianshu.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for an office's webhook: keeps what is rightly signed, and fails as often as it is told. */
final class Receiver {

    static final String SECRET = "a secret of the office";

    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<JsonNode> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicInteger unsigned = new AtomicInteger();
    private final HttpServer server;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = 204;
        if (!signed(body).equals(exchange.getRequestHeaders().getFirst("Lianshu-Signature"))) {
            unsigned.incrementAndGet();
            status = 401;
        } else if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            refused.add(new JsonMapper().readTree(body));
            status = 500;
        } else {
            taken.add(new JsonMapper().readTree(body));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String signed(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void failNext(int many) {
        faults.set(many);
    }

    /** What it took since it was last asked, by employee number. */
    List<JsonNode> taken() {
        List<JsonNode> all = new ArrayList<>(taken);
        taken.clear();
        all.sort((one, other) -> order(one).compareTo(order(other)));
        return all;
    }

    List<JsonNode> refused() {
        List<JsonNode> all = new ArrayList<>(refused);
        refused.clear();
        return all;
    }

    int unsigned() {
        return unsigned.get();
    }

    private static String order(JsonNode message) {
        return message.path("kind").asString() + message.path("employeeNo").asString();
    }
}
