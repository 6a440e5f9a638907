package io.lianshu.exchange.subgraph;

import io.lianshu.exchange.subgraph.Subgraph.Kind;
import io.lianshu.exchange.subgraph.Subgraph.Link;
import io.lianshu.exchange.subgraph.Subgraph.Vertex;
import java.util.Map;

/** GEXF 1.3, which Gephi reads. */
final class GexfFile {

    private static final String WEIGHT = "weight";

    private final Subgraph graph;
    private final About about;
    private final XmlFile out;

    private GexfFile(Subgraph graph, About about, XmlFile out) {
        this.graph = graph;
        this.about = about;
        this.out = out;
    }

    static byte[] of(Subgraph graph, About about) {
        return XmlFile.of(out -> new GexfFile(graph, about, out).write());
    }

    private void write() {
        out.element(
                "gexf",
                () -> {
                    out.element(
                            "meta",
                            () -> {
                                out.text("creator", "Lianshu 联枢");
                                out.text("description", about.text());
                            },
                            "lastmodifieddate",
                            about.at().toLocalDate().toString());
                    out.element(
                            "graph",
                            this::graph,
                            "defaultedgetype",
                            graph.directed() ? "directed" : "undirected",
                            "mode",
                            "static");
                },
                "xmlns",
                "http://gexf.net/1.3",
                "version",
                "1.3");
    }

    private void graph() {
        attributes("node", graph.ofNodes());
        attributes("edge", graph.ofEdges());
        out.element("nodes", () -> graph.nodes().forEach(this::node));
        out.element("edges", () -> {
            int number = 0;
            for (Link edge : graph.edges()) {
                edge("e" + number++, edge);
            }
        });
    }

    private void attributes(String of, Map<String, Kind> kinds) {
        out.element(
                "attributes",
                () -> {
                    attribute("type", Kind.TEXT);
                    attribute("typeLabel", Kind.TEXT);
                    kinds.forEach((name, kind) -> {
                        if (!name.equals(WEIGHT)) {
                            attribute(name, kind);
                        }
                    });
                },
                "class",
                of,
                "mode",
                "static");
    }

    private void attribute(String name, Kind kind) {
        out.empty("attribute", "id", name, "title", name, "type", kind.gexf());
    }

    private void node(Vertex node) {
        out.element("node", () -> values(node.type(), node.more()), "id", node.id(), "label", node.title());
    }

    private void edge(String id, Link edge) {
        String[] named = {
            "id",
            id,
            "source",
            edge.from(),
            "target",
            edge.to(),
            "kind",
            edge.type().code(),
            "label",
            edge.type().label()
        };
        Object weight = edge.more().get(WEIGHT);
        if (weight != null) {
            named = java.util.Arrays.copyOf(named, named.length + 2);
            named[named.length - 2] = WEIGHT;
            named[named.length - 1] = String.valueOf(weight);
        }
        out.element("edge", () -> values(edge.type(), edge.more()), named);
    }

    private void values(Subgraph.CodedType type, Map<String, Object> more) {
        out.element("attvalues", () -> {
            out.empty("attvalue", "for", "type", "value", type.code());
            out.empty("attvalue", "for", "typeLabel", "value", type.label());
            more.forEach((name, value) -> {
                if (!name.equals(WEIGHT)) {
                    out.empty("attvalue", "for", name, "value", String.valueOf(value));
                }
            });
        });
    }
}
