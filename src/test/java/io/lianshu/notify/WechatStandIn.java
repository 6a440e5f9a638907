package io.lianshu.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for WeChat: gives tokens, and takes a message for each that a user has accepted and whose fields are of their kind. */
final class WechatStandIn {

    static final String APP = "wx-office";
    static final String SECRET = "wechat's secret";

    private static final Map<String, String> KINDS =
            Map.of("thing", "[^\\p{Cntrl}]{1,20}", "number", "\\d{1,32}", "date", "\\d{4}年\\d{1,2}月\\d{1,2}日");
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile String good = "";
    private volatile int issued;
    private volatile boolean revoking;
    private volatile boolean down;
    private volatile int asked;

    WechatStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cgi-bin/stable_token", exchange -> answer(exchange, this::token));
        server.createContext("/cgi-bin/message/subscribe/send", exchange -> answer(exchange, this::message));
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void stop() {
        server.stop(0);
    }

    private interface Answer {
        String to(HttpExchange exchange, JsonNode body);
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        asked++;
        JsonNode body = new JsonMapper().readTree(exchange.getRequestBody().readAllBytes());
        byte[] said = answer.to(exchange, body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain");
        exchange.sendResponseHeaders(down ? 502 : 200, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private String token(HttpExchange exchange, JsonNode body) {
        if (!body.path("appid").asString().equals(APP)
                || !body.path("secret").asString().equals(SECRET)
                || !body.path("grant_type").asString().equals("client_credential")) {
            return "{\"errcode\": 40125, \"errmsg\": \"invalid appsecret\"}";
        }
        issued++;
        good = "token-" + issued;
        return "{\"access_token\": \"" + good + "\", \"expires_in\": 7200}";
    }

    private String message(HttpExchange exchange, JsonNode body) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (revoking || !query.equals("access_token=" + good)) {
            return "{\"errcode\": 42001, \"errmsg\": \"access_token expired\"}";
        }
        if (body.path("data").isEmpty() || body.path("data").propertyStream().anyMatch(field -> !isGood(field))) {
            return "{\"errcode\": 47003, \"errmsg\": \"argument invalid! data\"}";
        }
        String user = body.path("touser").asString();
        String key = user + " " + body.path("template_id").asString();
        if (accepted.merge(key, -1, Integer::sum) < 0) {
            accepted.remove(key);
            return "{\"errcode\": 43101, \"errmsg\": \"user refuse to accept the msg " + user + "\"}";
        }
        taken.add(body);
        return "{\"errcode\": 0, \"errmsg\": \"ok\"}";
    }

    private static boolean isGood(Map.Entry<String, JsonNode> field) {
        String kind = field.getKey().replaceFirst("\\d+$", "");
        return field.getValue().path("value").asString().matches(KINDS.getOrDefault(kind, "never"));
    }

    /** The user taps on accept. */
    void accept(String user, String template) {
        accepted.merge(user + " " + template, 1, Integer::sum);
    }

    void down(boolean is) {
        down = is;
    }

    /** Takes the token back, as when the office's other server forced a new one; for good, or until the next is given. */
    void revoke(boolean forGood) {
        good = "";
        revoking = forGood;
    }

    int issued() {
        return issued;
    }

    /** Requests since it was last asked. */
    int asked() {
        int many = asked;
        asked = 0;
        return many;
    }

    List<JsonNode> taken() {
        List<JsonNode> all = new ArrayList<>(taken);
        taken.clear();
        return all;
    }
}
