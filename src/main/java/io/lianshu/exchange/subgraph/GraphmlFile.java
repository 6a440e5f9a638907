package io.lianshu.exchange.subgraph;

import io.lianshu.exchange.subgraph.Subgraph.Kind;
import io.lianshu.exchange.subgraph.Subgraph.Link;
import io.lianshu.exchange.subgraph.Subgraph.Vertex;
import java.util.Map;

/** GraphML, which yEd, Cytoscape, NetworkX and igraph read. */
final class GraphmlFile {

    private final Subgraph graph;
    private final About about;
    private final XmlFile out;

    private GraphmlFile(Subgraph graph, About about, XmlFile out) {
        this.graph = graph;
        this.about = about;
        this.out = out;
    }

    static byte[] of(Subgraph graph, About about) {
        return XmlFile.of(out -> new GraphmlFile(graph, about, out).write());
    }

    private void write() {
        out.element(
                "graphml",
                () -> {
                    about.said().keySet().forEach(name -> key("graph", name, Kind.TEXT));
                    keys("node", graph.ofNodes());
                    keys("edge", graph.ofEdges());
                    out.element("graph", this::graph, "edgedefault", graph.directed() ? "directed" : "undirected");
                },
                "xmlns",
                "http://graphml.graphdrawing.org/xmlns");
    }

    private void keys(String of, Map<String, Kind> kinds) {
        key(of, "label", Kind.TEXT);
        key(of, "type", Kind.TEXT);
        key(of, "typeLabel", Kind.TEXT);
        kinds.forEach((name, kind) -> key(of, name, kind));
    }

    private void key(String of, String name, Kind kind) {
        out.empty("key", "id", id(of, name), "for", of, "attr.name", name, "attr.type", kind.graphml());
    }

    private static String id(String of, String name) {
        return of + "." + name;
    }

    private void graph() {
        about.said().forEach((name, value) -> data("graph", name, value));
        graph.nodes().forEach(this::node);
        int number = 0;
        for (Link edge : graph.edges()) {
            edge("e" + number++, edge);
        }
    }

    private void node(Vertex node) {
        out.element("node", () -> values("node", node.title(), node.type(), node.more()), "id", node.id());
    }

    private void edge(String id, Link edge) {
        out.element(
                "edge",
                () -> values("edge", edge.type().label(), edge.type(), edge.more()),
                "id",
                id,
                "source",
                edge.from(),
                "target",
                edge.to());
    }

    private void values(String of, String label, Subgraph.CodedType type, Map<String, Object> more) {
        data(of, "label", label);
        data(of, "type", type.code());
        data(of, "typeLabel", type.label());
        more.forEach((name, value) -> data(of, name, String.valueOf(value)));
    }

    private void data(String of, String name, String value) {
        out.text("data", value, "key", id(of, name));
    }
}
