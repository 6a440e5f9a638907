package io.lianshu.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the same bids out of each side's answer, so that all can be held against each other before they are measured. */
final class Answers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Answers() {}

    /**
     * One bid of the page with all that leads to it.
     *
     * @param fen the price
     */
    record PlacedBid(String project, String region, String lot, long fen, long rank, String tenderer) {}

    static String request(String operation, Map<String, Object> variables) {
        return JSON.writeValueAsString(Map.of("query", operation, "variables", variables));
    }

    /** The answer's text; an answer with errors is refused. */
    static String post(URI address, String body, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        String text = HTTP.send(request.build(), BodyHandlers.ofString()).body();
        if (!text.startsWith("{") || JSON.readTree(text).has("errors")) {
            throw new IllegalStateException(address + " answered " + text);
        }
        return text;
    }

    static List<PlacedBid> ofHub(String answer) {
        List<PlacedBid> result = new ArrayList<>();
        for (JsonNode project : nodes(JSON.readTree(answer).path("data").path("projects"))) {
            for (JsonNode tender : nodes(project.path("tenders"))) {
                for (JsonNode lot : nodes(tender.path("lots"))) {
                    for (JsonNode bid : nodes(lot.path("bids"))) {
                        long fen = new BigDecimal(text(bid, "price"))
                                .movePointRight(2)
                                .longValueExact();
                        String region = text(project.path("region"), "name");
                        result.add(placed(project, region, lot, bid, fen, text(bid.path("tenderer"), "name")));
                    }
                }
            }
        }
        return result;
    }

    private static List<JsonNode> nodes(JsonNode connection) {
        List<JsonNode> result = new ArrayList<>();
        connection.path("edges").forEach(edge -> result.add(edge.path("node")));
        return result;
    }

    static List<PlacedBid> ofReference(String answer) {
        List<PlacedBid> result = new ArrayList<>();
        for (JsonNode project : JSON.readTree(answer).path("data").path("projects")) {
            for (JsonNode tender : project.path("tenders")) {
                for (JsonNode lot : tender.path("lots")) {
                    for (JsonNode bid : lot.path("bids")) {
                        long fen = Long.parseLong(text(bid, "price"));
                        String region = text(project.path("region").path(0), "name");
                        String tenderer = text(bid.path("tenderer").path(0), "name");
                        result.add(placed(project, region, lot, bid, fen, tenderer));
                    }
                }
            }
        }
        return result;
    }

    private static PlacedBid placed(
            JsonNode project, String region, JsonNode lot, JsonNode bid, long fen, String tenderer) {
        return new PlacedBid(
                text(project, "name"),
                region,
                text(lot, "name"),
                fen,
                bid.path("rank").longValue(),
                tenderer);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).stringValue();
    }

    /** Every text and number that the driver got, in no order that means anything: what must be among them can be asked. */
    static List<Object> leaves(Value value) {
        List<Object> result = new ArrayList<>();
        collect(value.asObject(), result);
        return result;
    }

    private static void collect(Object value, List<Object> into) {
        if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, into));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> collect(item, into));
        } else if (value != null) {
            into.add(value);
        }
    }
}
