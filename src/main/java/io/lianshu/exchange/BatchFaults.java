package io.lianshu.exchange;

import io.lianshu.exchange.BatchContents.NodeWish;
import io.lianshu.exchange.mapping.Fault;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowDraft.LinkDraft;
import io.lianshu.exchange.mapping.RowDraft.NodeDraft;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds rows that are bad only against the graph: they refer to what is not there, or create it without what it must have. */
final class BatchFaults {

    private final ImportPlan plan;
    private final BiPredicate<NodeType, String> exists;
    private final boolean mayMeetItself;

    BatchFaults(ImportPlan plan, BiPredicate<NodeType, String> exists) {
        this.plan = plan;
        this.exists = exists;
        this.mayMeetItself = plan.links().stream()
                .anyMatch(link -> plan.nodes()
                        .get(link.owner())
                        .type()
                        .equals(plan.nodes().get(link.target()).type()));
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
                if (mayMeetItself) {
                    wish.rows.forEach(row -> row.links().stream()
                            .filter(link -> link.from().equals(link.to()))
                            .forEach(link -> bad.putIfAbsent(row, toItself(link))));
                }
                if (exists.test(type, wish.id)) {
                    continue;
                }
                RowFault fault = wish.lookup ? null : incomplete(type, wish, required);
                if (wish.lookup || fault != null) {
                    wish.rows.forEach(row -> bad.putIfAbsent(row, fault == null ? notFound(type, wish, row) : fault));
                }
            }
        }
        return bad;
    }

    private RowFault toItself(LinkDraft link) {
        LinkPlan to = plan.links().get(link.plan());
        return new RowFault(
                plan.nodes().get(to.owner()).name(),
                to.field().name(),
                "",
                link.to(),
                new Fault(
                        "SELF_REFERENCE",
                        "指向了它自己",
                        "refers to itself",
                        "填另一个对象，或留空",
                        "name another one, or leave it empty"));
    }

    private RowFault notFound(NodeType type, NodeWish wish, RowDraft row) {
        NodeDraft draft = draft(wish, row);
        NodePlan node = draft == null ? null : plan.nodes().get(draft.plan());
        List<String> makers = plan.isTemplate() ? Templates.making(type.name()) : List.of();
        String template = String.join(" / ", makers);
        Fault fault = new Fault(
                "REFERENCE_NOT_FOUND",
                "图中没有此 " + type.name(),
                "the graph has no such " + type.name(),
                plan.isTemplate() ? "更正编号，或先用模板 " + template + " 导入它" : "先导入它，或去掉映射中的 lookup 以便随行创建",
                plan.isTemplate()
                        ? "correct what it is named by, or import it first by the template " + template
                        : "import it first, or take lookup out of the mapping so that rows create it");
        return draft == null || node == null
                ? new RowFault(type.name(), "", "", wish.id, fault)
                : new RowFault(node.name(), fields(node), columns(node), draft.said(), fault);
    }

    private @Nullable RowFault incomplete(NodeType type, NodeWish wish, List<MapField> required) {
        for (MapField field : required) {
            boolean given = field instanceof PropertyField property
                    ? wish.values.get(property.secrecy().sealed() ? property.property() + "Hash" : property.property())
                            != null
                    : isLinked(wish, field.name());
            if (!given) {
                return missing(wish, type, field);
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

    private RowFault missing(NodeWish wish, NodeType type, MapField field) {
        NodeDraft draft = draft(wish, wish.rows.get(0));
        NodePlan node = draft == null ? null : plan.nodes().get(draft.plan());
        String column = node == null
                ? ""
                : node.fields().stream()
                        .filter(known -> known.field().name().equals(field.name()))
                        .flatMap(known -> known.columns().stream())
                        .collect(Collectors.joining(" "));
        String makers = plan.isTemplate() ? String.join(" / ", Templates.making(type.name())) : "";
        Fault fault = new Fault(
                "REQUIRED_MISSING",
                "新建 %s 必须有 %s".formatted(type.name(), field.name()),
                "a new %s must have %s".formatted(type.name(), field.name()),
                !plan.isTemplate()
                        ? "补上该值，或在映射中用 constant、default 给出"
                        : column.isEmpty() ? "先用模板 " + makers + " 导入它" : "填写列 " + column,
                !plan.isTemplate()
                        ? "fill it, or give it by constant or default in the mapping"
                        : column.isEmpty() ? "import it first by the template " + makers : "fill the column " + column);
        return new RowFault(node == null ? type.name() : node.name(), field.name(), column, "", fault);
    }

    private static @Nullable NodeDraft draft(NodeWish wish, RowDraft row) {
        return row.nodes().stream()
                .filter(draft -> draft.id().equals(wish.id))
                .findFirst()
                .orElse(null);
    }

    private static String fields(NodePlan node) {
        return node.fields().stream().map(field -> field.field().name()).collect(Collectors.joining(" "));
    }

    private static String columns(NodePlan node) {
        return node.fields().stream().flatMap(field -> field.columns().stream()).collect(Collectors.joining(" "));
    }
}
