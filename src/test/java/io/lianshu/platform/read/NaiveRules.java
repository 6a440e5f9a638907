package io.lianshu.platform.read;

import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a viewer may see of a graph in memory. */
record NaiveRules(GraphMap map, SampleGraph graph, Viewer viewer) {

    /** A node of a list; the relation along which it was reached is null for a root field. */
    record Row(SampleNode node, SampleEdge edge) {}

    static boolean isNamed(SampleNode node) {
        return Set.of("Thing", "Maker", "Place").contains(node.type());
    }

    boolean visible(SampleNode node) {
        if (!((NodeType) map.type(node.type())).visibility().admits(viewer)) {
            return false;
        }
        return switch (node.type()) {
            case "Place" -> isShown(node);
            case "Note" ->
                node.value("openAt") != null && NaiveOrder.compare(node.value("openAt"), SampleGraph.NOW) <= 0;
            default -> true;
        };
    }

    private boolean isShown(SampleNode place) {
        return (boolean) place.value("shown")
                || viewer.roles().contains(Role.ANALYST)
                || along("WITHIN", place, true).stream()
                        .anyMatch(row -> (boolean) row.node().value("shown"));
    }

    /** All at the other end, seen or not. */
    List<Row> along(String relation, SampleNode owner, boolean outgoing) {
        List<Row> result = new ArrayList<>();
        for (SampleEdge edge : graph.edges) {
            if (edge.relation().equals(relation) && (outgoing ? edge.from() : edge.to()).equals(owner)) {
                result.add(new Row(outgoing ? edge.to() : edge.from(), edge));
            }
        }
        return result;
    }

    /** Those of the relation's target type that the viewer reaches from the owner. */
    List<Row> reached(RelationField relation, SampleNode owner) {
        if (!relation.visibility().admits(viewer)) {
            return List.of();
        }
        List<NodeType> types = map.concrete(relation.target());
        return along(relation.relation(), owner, relation.outgoing()).stream()
                .filter(row -> types.stream()
                        .anyMatch(type -> type.name().equals(row.node().type())))
                .filter(row -> relation.gate() == null
                        ? visible(row.node())
                        : (boolean) owner.value("checked")
                                && ((NodeType) map.type(row.node().type()))
                                        .visibility()
                                        .admits(viewer))
                .toList();
    }

    /** All nodes of a type that the viewer sees. */
    List<Row> all(String typeName) {
        List<NodeType> types = map.concrete(typeName);
        return graph.nodes.stream()
                .filter(node -> types.stream().anyMatch(type -> type.name().equals(node.type())))
                .filter(this::visible)
                .map(node -> new Row(node, null))
                .toList();
    }
}
