package io.lianshu.exchange.subgraph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A part of the graph as a viewer may see it.
 *
 * @param truncated whether something that the viewer may see was, or may have been, left out for want of room
 */
record Subgraph(boolean directed, boolean truncated, List<Vertex> nodes, List<Link> edges) {

    Subgraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A node.
     *
     * @param type code of {@code node-type}, and its label in the viewer's language
     * @param more further values by name: texts, whole numbers or decimals
     */
    record Vertex(String id, String title, CodedType type, Map<String, Object> more) {}

    /** An edge; more as of a node. A weight is among these. */
    record Link(String from, String to, CodedType type, Map<String, Object> more) {}

    record CodedType(String code, String label) {}

    /** What a value is in the formats that say so. */
    enum Kind {
        TEXT("string", "string"),
        WHOLE("long", "long"),
        DECIMAL("double", "double");

        private final String gexf;
        private final String graphml;

        Kind(String gexf, String graphml) {
            this.gexf = gexf;
            this.graphml = graphml;
        }

        String gexf() {
            return gexf;
        }

        String graphml() {
            return graphml;
        }

        private static Kind of(Object value) {
            return value instanceof Long || value instanceof Integer ? WHOLE : value instanceof Number ? DECIMAL : TEXT;
        }

        private static Kind either(Kind one, Kind other) {
            return one == other ? one : one == TEXT || other == TEXT ? TEXT : DECIMAL;
        }
    }

    /** Names of the further values that nodes have, in order, and what they are. */
    Map<String, Kind> ofNodes() {
        return kinds(nodes.stream().map(Vertex::more));
    }

    Map<String, Kind> ofEdges() {
        return kinds(edges.stream().map(Link::more));
    }

    private static Map<String, Kind> kinds(Stream<Map<String, Object>> values) {
        Map<String, Kind> kinds = new TreeMap<>();
        values.forEach(some -> some.forEach((name, value) -> kinds.merge(name, Kind.of(value), Kind::either)));
        return kinds;
    }

    /** Of things with one key the first. */
    static <T> List<T> distinct(Stream<T> all, Function<T, Object> key) {
        Map<Object, T> found = new LinkedHashMap<>();
        all.forEach(one -> found.putIfAbsent(key.apply(one), one));
        return List.copyOf(found.values());
    }
}
