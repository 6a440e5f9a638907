package io.lianshu.collusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A part of the graph as the API answers it.
 *
 * @param address under which the same is a file
 * @param titles of its nodes by their ids
 * @param edges from and to, with a space between
 */
record AskedGraph(String address, Map<String, String> titles, List<String> edges, boolean truncated) {

    static AskedGraph neighbourhood(BiddingHub hub, String id, int depth, int limit, boolean truncated)
            throws Exception {
        JsonNode found = hub.ask(
                        "{ neighbourhood(id: \"%s\", depth: %d, limit: %d) { nodes { id title } edges { from to } truncated } }"
                                .formatted(id, depth, limit))
                .get("neighbourhood");
        assertThat(found.get("truncated").asBoolean()).isEqualTo(truncated);
        return new AskedGraph(
                "/graphs/neighbourhood?id=" + id + "&depth=" + depth + "&limit=" + limit,
                titles(found.get("nodes")),
                found.get("edges")
                        .valueStream()
                        .map(edge -> edge.get("from").asString() + " "
                                + edge.get("to").asString())
                        .toList(),
                truncated);
    }

    static AskedGraph paths(BiddingHub hub, String from, String to) throws Exception {
        Map<String, String> titles = new TreeMap<>();
        TreeSet<String> edges = new TreeSet<>();
        JsonNode paths = hub.ask(
                        "{ paths(from: \"%s\", to: \"%s\", first: 10) { nodes { id title } edges { from to type { code } } } }"
                                .formatted(from, to))
                .get("paths");
        assertThat(paths).hasSizeGreaterThan(2);
        for (JsonNode path : paths) {
            titles.putAll(titles(path.get("nodes")));
            path.get("edges")
                    .forEach(edge -> edges.add(
                            edge.get("from").asString() + " " + edge.get("to").asString() + " "
                                    + edge.at("/type/code").asString()));
        }
        return new AskedGraph(
                "/graphs/paths?from=" + from + "&to=" + to + "&first=10",
                titles,
                edges.stream()
                        .map(edge -> edge.substring(0, edge.lastIndexOf(' ')))
                        .toList(),
                // As many as were asked for: there may be more.
                paths.size() == 10);
    }

    static AskedGraph shared(BiddingHub hub, String lot) throws Exception {
        JsonNode pairs = hub.ask("{ sharedEntities(lot: \"" + lot
                        + "\") { pairs { a { id name } b { id name } via { label entity { id } } } } }")
                .at("/sharedEntities/pairs");
        Map<String, String> titles = new TreeMap<>();
        TreeSet<String> edges = new TreeSet<>();
        for (JsonNode pair : pairs) {
            for (String end : List.of("a", "b")) {
                titles.put(
                        pair.at("/" + end + "/id").asString(),
                        pair.at("/" + end + "/name").asString());
                pair.get("via").forEach(via -> {
                    titles.putIfAbsent(
                            via.at("/entity/id").asString(), via.get("label").asString());
                    edges.add(pair.at("/" + end + "/id").asString() + " "
                            + via.at("/entity/id").asString());
                });
            }
        }
        assertThat(edges).hasSizeGreaterThan(2);
        return new AskedGraph("/graphs/shared?lot=" + lot, titles, List.copyOf(edges), false);
    }

    static AskedGraph ring(BiddingHub hub, String ring) throws Exception {
        JsonNode rows = hub.ask("{ node(id: \"" + ring
                        + "\") { ... on BiddingGroup { matrix { company { id name } together } } } }")
                .at("/node/matrix");
        Map<String, String> titles = new TreeMap<>();
        List<String> edges = new ArrayList<>();
        for (int a = 0; a < rows.size(); a++) {
            String from = rows.get(a).at("/company/id").asString();
            titles.put(from, rows.get(a).at("/company/name").asString());
            for (int b = a + 1; b < rows.size(); b++) {
                if (rows.get(a).get("together").get(b).asInt() > 0) {
                    edges.add(from + " " + rows.get(b).at("/company/id").asString());
                }
            }
        }
        assertThat(edges).isNotEmpty();
        return new AskedGraph("/graphs/ring?id=" + ring, titles, edges, false);
    }

    private static Map<String, String> titles(JsonNode nodes) {
        Map<String, String> titles = new TreeMap<>();
        nodes.forEach(
                node -> titles.put(node.get("id").asString(), node.get("title").asString()));
        return titles;
    }
}
