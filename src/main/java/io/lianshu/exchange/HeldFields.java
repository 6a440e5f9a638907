package io.lianshu.exchange;

import io.lianshu.exchange.BatchContents.NodeWish;
import io.lianshu.exchange.ImportGraph.Batch;
import io.lianshu.exchange.mapping.Fault;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowDraft.LinkDraft;
import io.lianshu.exchange.mapping.RowFault;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds uploaded rows that would change a held field of a node that is there. Whether the node matters to anybody is not
 * asked, since the answer would tell it.
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

    IdentityHashMap<RowDraft, RowFault> find(BatchContents contents, List<RowDraft> rows) {
        IdentityHashMap<RowDraft, RowFault> bad = new IdentityHashMap<>();
        plan.types()
                .forEach(type -> type.fields().values().stream()
                        .filter(field -> field instanceof PropertyField property && property.held())
                        .forEach(field -> contents.nodes(type).values().stream()
                                .filter(wish -> changes(type, wish, (PropertyField) field))
                                .forEach(wish -> wish.rows.forEach(row -> bad.put(row, fault(type, field))))));
        Map<RelationKind, List<Held>> links = new HashMap<>();
        for (RowDraft row : rows) {
            for (LinkDraft link : row.links()) {
                LinkPlan to = plan.links().get(link.plan());
                NodeType owner = plan.nodes().get(to.owner()).type();
                if (to.field().held() && stored(owner, to.field().outgoing() ? link.from() : link.to()) != null) {
                    links.computeIfAbsent(to.kind(), any -> new ArrayList<>())
                            .add(new Held(row, link, fault(owner, to.field())));
                }
            }
        }
        links.forEach((kind, held) -> {
            Set<Ends> there = batch.relations(
                            kind, held.stream().map(Held::ends).toList())
                    .keySet();
            held.stream()
                    .filter(one -> !there.contains(new Ends(one.link.from(), one.link.to())))
                    .forEach(one -> bad.put(one.row, one.fault));
        });
        return bad;
    }

    private record Held(RowDraft row, LinkDraft link, RowFault fault) {

        Map<String, @Nullable Object> ends() {
            Map<String, @Nullable Object> ends = new HashMap<>();
            ends.put("from", link.from());
            ends.put("to", link.to());
            return ends;
        }
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
