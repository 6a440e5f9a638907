package io.lianshu.exchange;

import io.lianshu.exchange.BatchContents.LinkWish;
import io.lianshu.exchange.BatchContents.NodeWish;
import io.lianshu.exchange.ImportGraph.Batch;
import io.lianshu.exchange.mapping.Fault;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowFault;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps uploads from changing held fields of nodes that are there. Whether the node matters to anybody is not asked, since
 * the answer would tell it.
 */
@OwnsItsThread
final class HeldFields {

    private final ImportPlan plan;
    private final Batch batch;
    private final Map<NodeType, Map<String, Map<String, Object>>> existing;

    HeldFields(ImportPlan plan, Batch batch, Map<NodeType, Map<String, Map<String, Object>>> existing) {
        this.plan = plan;
        this.batch = batch;
        this.existing = existing;
    }

    /** Rows that would change a held property, which whoever may upload can read. */
    IdentityHashMap<RowDraft, RowFault> find(BatchContents contents) {
        IdentityHashMap<RowDraft, RowFault> bad = new IdentityHashMap<>();
        plan.types()
                .forEach(type -> type.fields().values().stream()
                        .filter(field -> field instanceof PropertyField property && property.held())
                        .forEach(field -> contents.nodes(type).values().stream()
                                .filter(wish -> changes(type, wish, (PropertyField) field))
                                .forEach(wish -> wish.rows.forEach(row -> bad.put(row, fault(type, field))))));
        return bad;
    }

    /**
     * Links without those that are held and whose owner is in the graph, whatever they say: to refuse what differs would
     * tell to which lot a sealed bid belongs.
     */
    Collection<LinkWish> free(RelationKind kind, Collection<LinkWish> wishes) {
        LinkPlan held = plan.links().stream()
                .filter(link -> link.kind().equals(kind) && link.field().held())
                .findFirst()
                .orElse(null);
        if (held == null || wishes.isEmpty()) {
            return wishes;
        }
        boolean outgoing = held.field().outgoing();
        Set<String> owners =
                wishes.stream().map(wish -> outgoing ? wish.from() : wish.to()).collect(Collectors.toSet());
        String label = plan.nodes().get(held.owner()).type().label();
        // Read anew: what an earlier batch has dealt with is not among the nodes of this one.
        Set<String> there = batch.nodes(label, List.copyOf(owners)).keySet();
        return wishes.stream()
                .filter(wish -> !there.contains(outgoing ? wish.from() : wish.to()))
                .toList();
    }

    private boolean changes(NodeType type, NodeWish wish, PropertyField field) {
        Map<String, Object> stored = stored(type, wish.id);
        return stored != null && Changes.between(stored, wish.values).containsKey(field.property());
    }

    private @Nullable Map<String, Object> stored(NodeType type, String id) {
        return existing.getOrDefault(type, Map.of()).get(id);
    }

    private static RowFault fault(NodeType type, MapField field) {
        Fault fault = new Fault(
                "HELD_FIELD",
                "上传不能更改已有对象的此字段",
                "an upload does not change this field of what is there",
                "去掉此列或此行；确需更改的，由管理员在服务器上用 lianshu import 导入",
                "leave the column or row out; where it must change, whoever runs the hub imports it there by lianshu import");
        return new RowFault(type.name(), field.name(), "", "", fault);
    }
}
