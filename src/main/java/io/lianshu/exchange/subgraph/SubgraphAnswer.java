package io.lianshu.exchange.subgraph;

import io.lianshu.exchange.subgraph.Subgraph.CodedType;
import io.lianshu.exchange.subgraph.Subgraph.Link;
import io.lianshu.exchange.subgraph.Subgraph.Vertex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes nodes and edges of what the API answered. */
final class SubgraphAnswer {

    /** Pairs of a group that the operation asks for; the matrix has all. */
    private static final String TOGETHER = "weight";

    private final JsonNode data;
    private final CodedType company;
    private final CodedType text;
    private final CodedType met;
    private final int asked;

    /**
     * @param data the answer's
     * @param company how companies are typed
     * @param text how texts of files are typed that are no node
     * @param met how an edge between companies that met is typed
     * @param asked how many paths were asked for at most
     */
    SubgraphAnswer(JsonNode data, CodedType company, CodedType text, CodedType met, int asked) {
        this.data = data;
        this.company = company;
        this.text = text;
        this.met = met;
        this.asked = asked;
    }

    Subgraph of(SubgraphQuestion question) {
        return switch (question) {
            case NEIGHBOURHOOD -> neighbourhood(known(data.path("neighbourhood"), question));
            case PATHS -> paths(data.path("paths"), asked);
            case SHARED -> shared(data.path("sharedEntities"));
            case RING -> ring(known(data.path("node").path("matrix"), question), data.path("node"));
        };
    }

    private static JsonNode known(JsonNode answer, SubgraphQuestion question) {
        if (answer.isNull() || answer.isMissingNode()) {
            throw SubgraphRefused.unknownNode(question.parameter());
        }
        return answer;
    }

    private static Subgraph neighbourhood(JsonNode found) {
        return new Subgraph(
                true,
                found.path("truncated").asBoolean(false),
                found.path("nodes").valueStream().map(SubgraphAnswer::vertex).toList(),
                found.path("edges").valueStream().map(SubgraphAnswer::link).toList());
    }

    /** What several paths have in common stands once. When as many came as were asked for, there may be more. */
    private static Subgraph paths(JsonNode paths, int asked) {
        return new Subgraph(
                true,
                paths.size() >= asked,
                Subgraph.distinct(
                        paths.valueStream()
                                .flatMap(path -> path.path("nodes").valueStream())
                                .map(SubgraphAnswer::vertex),
                        Vertex::id),
                Subgraph.distinct(
                        paths.valueStream()
                                .flatMap(path -> path.path("edges").valueStream())
                                .map(SubgraphAnswer::link),
                        link -> List.of(link.from(), link.type().code(), link.to())));
    }

    private static Vertex vertex(JsonNode node) {
        return new Vertex(text(node, "id"), text(node, "title"), type(node.path("label")), Map.of());
    }

    private static Link link(JsonNode edge) {
        Map<String, Object> more = new TreeMap<>();
        edge.path("properties").forEach(property -> more.put(text(property, "name"), text(property, "value")));
        return new Link(text(edge, "from"), text(edge, "to"), type(edge.path("type")), more);
    }

    /** An edge from each company to what it shares, for every pair that shares it the same one. */
    private Subgraph shared(JsonNode found) {
        Map<String, Vertex> nodes = new LinkedHashMap<>();
        Map<List<String>, Link> edges = new LinkedHashMap<>();
        for (JsonNode pair : found.path("pairs")) {
            List<JsonNode> both = List.of(pair.path("a"), pair.path("b"));
            both.forEach(firm -> nodes.putIfAbsent(text(firm, "id"), firm(firm, Map.of())));
            int texts = 0;
            for (JsonNode via : pair.path("via")) {
                // Texts that are masked alike may be different ones, so each stands by itself.
                String id = via.path("entity").isObject()
                        ? text(via.path("entity"), "id")
                        : "text:" + text(both.get(0), "id") + ":" + text(both.get(1), "id") + ":" + texts++;
                nodes.putIfAbsent(
                        id,
                        new Vertex(
                                id,
                                text(via, "label"),
                                via.path("entity").isObject()
                                        ? type(via.path("entity").path("label"))
                                        : text,
                                Map.of()));
                connect(edges, text(both.get(0), "id"), id, via.path("forA"), via);
                connect(edges, text(both.get(1), "id"), id, via.path("forB"), via);
            }
        }
        return new Subgraph(
                false,
                found.path("truncated").asBoolean(false),
                List.copyOf(nodes.values()),
                List.copyOf(edges.values()));
    }

    private static void connect(
            Map<List<String>, Link> edges, String firm, String entity, JsonNode kinds, JsonNode via) {
        if (firm.equals(entity)) {
            return;
        }
        Map<String, Object> more = new TreeMap<>();
        more.put("here", via.path("here").asBoolean(false) ? 1L : 0L);
        more.put("otherLots", via.path("otherLots").asLong(0));
        if (via.path("circumstance").isObject()) {
            more.put("circumstance", text(via.path("circumstance"), "label"));
        }
        if (via.path("firstSeen").isString()) {
            more.put("firstSeen", text(via, "firstSeen"));
        }
        Link link = new Link(firm, entity, new CodedType(joined(kinds, "code"), joined(kinds, "label")), more);
        edges.merge(List.of(firm, entity), link, SubgraphAnswer::either);
    }

    /** What a company shares with several others: in how many other lots with one of them at most. */
    private static Link either(Link one, Link other) {
        Map<String, Object> more = new TreeMap<>(one.more());
        other.more()
                .forEach((name, value) -> more.merge(
                        name, value, (a, b) -> a instanceof Long x && b instanceof Long y ? Math.max(x, y) : a));
        return new Link(one.from(), one.to(), one.type(), more);
    }

    /** Members, and an edge between each two that met, as heavy as they met often. */
    private Subgraph ring(JsonNode matrix, JsonNode group) {
        List<JsonNode> rows = matrix.valueStream().toList();
        Map<List<String>, JsonNode> pairs = new HashMap<>();
        group.path("pairs")
                .forEach(pair -> pairs.put(
                        pair.path("companies")
                                .path("edges")
                                .valueStream()
                                .map(edge -> text(edge.path("node"), "id"))
                                .sorted()
                                .toList(),
                        pair));
        List<Link> edges = new ArrayList<>();
        for (int a = 0; a < rows.size(); a++) {
            for (int b = a + 1; b < rows.size(); b++) {
                long together = rows.get(a).path("together").path(b).asLong(0);
                if (together > 0) {
                    String from = text(rows.get(a).path("company"), "id");
                    String to = text(rows.get(b).path("company"), "id");
                    Map<String, Object> more = new TreeMap<>(Map.of(TOGETHER, together));
                    JsonNode pair = pairs.get(Stream.of(from, to).sorted().toList());
                    if (pair != null) {
                        numbers(pair, more, "score", "expected", "z", "jaccard", "nearness");
                    }
                    edges.add(new Link(from, to, met, more));
                }
            }
        }
        return new Subgraph(false, false, rows.stream().map(this::member).toList(), edges);
    }

    private Vertex member(JsonNode row) {
        Map<String, Object> more = new TreeMap<>();
        numbers(row, more, "place", "lots", "wins", "sharedLots", "sharedWins");
        more.put("wonAmount", text(row, "wonAmount"));
        more.put("sharedWonAmount", text(row, "sharedWonAmount"));
        numbers(row.path("company").path("bidderScore"), more, "score");
        return firm(row.path("company"), more);
    }

    private static void numbers(JsonNode of, Map<String, Object> into, String... names) {
        for (String name : names) {
            JsonNode value = of.path(name);
            if (value.isNumber()) {
                into.put(name, value.isIntegralNumber() ? (Object) value.asLong() : (Object) value.asDouble());
            }
        }
    }

    private Vertex firm(JsonNode firm, Map<String, Object> more) {
        return new Vertex(text(firm, "id"), text(firm, "name"), company, more);
    }

    private static CodedType type(JsonNode code) {
        return new CodedType(text(code, "code"), text(code, "label"));
    }

    private static String text(JsonNode of, String name) {
        return of.path(name).asString("");
    }

    private static String joined(JsonNode codes, String name) {
        return codes.valueStream().map(code -> text(code, name)).collect(Collectors.joining(" | "));
    }
}
