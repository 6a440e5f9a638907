package io.lianshu.exchange;

import io.lianshu.exchange.BatchContents.NodeWish;
import io.lianshu.exchange.mapping.Fault;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowDraft.LinkDraft;
import io.lianshu.exchange.mapping.RowFault;
import io.lianshu.platform.map.Edits;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Finds rows that are bad only against the graph: they refer to what is not there, or create it without what it must have. */
final class BatchFaults {

    private final ImportPlan plan;
    private final BiPredicate<NodeType, String> exists;

    BatchFaults(ImportPlan plan, BiPredicate<NodeType, String> exists) {
        this.plan = plan;
        this.exists = exists;
    }

    IdentityHashMap<RowDraft, RowFault> find(BatchContents contents) {
        IdentityHashMap<RowDraft, RowFault> bad = new IdentityHashMap<>();
        for (NodeType type : plan.types()) {
            List<MapField> required = type.fields().values().stream()
                    .filter(MapField::required)
                    .filter(field -> (field instanceof PropertyField property
                                    && !Edits.KEPT.contains(property.property()))
                            || (field instanceof RelationField relation && relation.plurality() == Plurality.ONE))
                    .toList();
            for (NodeWish wish : contents.nodes(type).values()) {
                if (exists.test(type, wish.id)) {
                    continue;
                }
                RowFault fault = wish.lookup ? notFound(type, wish) : incomplete(type, wish, required);
                if (fault != null) {
                    wish.rows.forEach(row -> bad.putIfAbsent(row, fault));
                }
            }
        }
        return bad;
    }

    private RowFault notFound(NodeType type, NodeWish wish) {
        Fault fault = new Fault(
                "REFERENCE_NOT_FOUND",
                "图中没有此 " + type.name(),
                "the graph has no such " + type.name(),
                "先导入它，或去掉映射中的 lookup 以便随行创建",
                "import it first, or take lookup out of the mapping so that rows create it");
        return new RowFault(name(wish, type), "", "", wish.id, fault);
    }

    private @Nullable RowFault incomplete(NodeType type, NodeWish wish, List<MapField> required) {
        for (MapField field : required) {
            boolean given = field instanceof PropertyField property
                    ? wish.values.get(property.secrecy().sealed() ? property.property() + "Hash" : property.property())
                            != null
                    : isLinked(wish, field.name());
            if (!given) {
                Fault fault = new Fault(
                        "REQUIRED_MISSING",
                        "新建 %s 必须有 %s".formatted(type.name(), field.name()),
                        "a new %s must have %s".formatted(type.name(), field.name()),
                        "补上该值，或在映射中用 constant、default 给出",
                        "fill it, or give it by constant or default in the mapping");
                return new RowFault(name(wish, type), field.name(), "", "", fault);
            }
        }
        return null;
    }

    private boolean isLinked(NodeWish wish, String field) {
        for (RowDraft row : wish.rows) {
            for (LinkDraft draft : row.links()) {
                LinkPlan link = plan.links().get(draft.plan());
                String owner = link.field().outgoing() ? draft.from() : draft.to();
                if (link.field().name().equals(field) && owner.equals(wish.id)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The node's name in the mapping. */
    private String name(NodeWish wish, NodeType type) {
        return wish.rows.get(0).nodes().stream()
                .filter(draft -> draft.id().equals(wish.id))
                .map(draft -> plan.nodes().get(draft.plan()).name())
                .findFirst()
                .orElse(type.name());
    }
}
