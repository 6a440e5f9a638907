package io.lianshu.exchange;

import io.lianshu.exchange.BatchContents.LinkWish;
import io.lianshu.exchange.ImportGraph.Batch;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.write.WriteStatements.Leg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The new nodes of a batch, made type after type in the plan's order. A relation is made together with the later of its
 * new ends, when the other end is there by then.
 */
@OwnsItsThread
final class FreshNodes {

    private final ImportPlan plan;
    private final Map<String, Fresh> nodes = new LinkedHashMap<>();

    /** A new node and the relations it is made with. */
    private static final class Fresh {
        final int order;
        final Map<String, @Nullable Object> row = new HashMap<>();
        final List<Leg> legs = new ArrayList<>(2);

        Fresh(int order, Map<String, @Nullable Object> values) {
            this.order = order;
            row.put("values", values);
        }
    }

    FreshNodes(ImportPlan plan) {
        this.plan = plan;
    }

    void add(NodeType type, String id, Map<String, @Nullable Object> values) {
        nodes.put(id, new Fresh(plan.types().indexOf(type), values));
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    /** Makes the relation part of making a node; false when it must wait until all nodes are there. */
    boolean attach(RelationKind kind, LinkWish wish) {
        Fresh from = nodes.get(wish.from());
        Fresh to = nodes.get(wish.to());
        if (from != null && to != null && from.order == to.order) {
            return false;
        }
        boolean outgoing = to == null || (from != null && from.order > to.order);
        Fresh host = outgoing ? from : to;
        if (host == null) {
            return false;
        }
        Leg leg = new Leg(
                kind.type(),
                outgoing,
                outgoing ? kind.toLabel() : kind.fromLabel(),
                !wish.values().isEmpty());
        int place = host.legs.size();
        if (host.legs.contains(leg)) {
            return false;
        }
        host.legs.add(leg);
        host.row.put("e" + place, outgoing ? wish.to() : wish.from());
        if (leg.valued()) {
            host.row.put("r" + place, wish.values());
        }
        return true;
    }

    /** Makes all new nodes of a type; those with the same kinds of relations together. */
    void send(NodeType type, Batch batch) {
        int order = plan.types().indexOf(type);
        Map<List<Leg>, List<Map<String, @Nullable Object>>> alike = new LinkedHashMap<>();
        for (Fresh node : nodes.values()) {
            if (node.order == order) {
                alike.computeIfAbsent(node.legs, unused -> new ArrayList<>()).add(node.row);
            }
        }
        alike.forEach((legs, rows) -> batch.createNodes(type.label(), legs, rows));
    }
}
