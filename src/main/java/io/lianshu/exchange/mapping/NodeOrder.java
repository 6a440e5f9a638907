package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.Mapping.LinkMapping;
import io.lianshu.exchange.mapping.Mapping.NodeMapping;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts nodes whose key contains another's id after that other. */
final class NodeOrder {

    private final Mapping mapping;
    private final Map<String, NodeType> types;
    private final Problems problems;
    private final List<NodeMapping> ordered = new ArrayList<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();

    NodeOrder(Mapping mapping, Map<String, NodeType> types, Problems problems) {
        this.mapping = mapping;
        this.types = types;
        this.problems = problems;
    }

    /** Nodes whose type is known, in order. */
    List<NodeMapping> order() {
        mapping.nodes().values().forEach(this::visit);
        return ordered;
    }

    private void visit(NodeMapping node) {
        NodeType type = types.get(node.name());
        if (type == null || done.contains(node.name())) {
            return;
        }
        if (!open.add(node.name())) {
            problems.add(
                    node.place(),
                    "自然键互相依赖：" + String.join(" → ", open),
                    "keys need each other in a circle: " + String.join(" → ", open));
            return;
        }
        for (LinkMapping link : node.links()) {
            NodeMapping target = mapping.nodes().get(link.to());
            if (target != null && type.keys().stream().anyMatch(key -> key.contains(link.field()))) {
                visit(target);
            }
        }
        open.remove(node.name());
        if (done.add(node.name())) {
            ordered.add(node);
        }
    }
}
