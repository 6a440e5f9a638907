package io.lianshu.exchange;

import io.lianshu.exchange.ImportGraph.Batch;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowDraft.LinkDraft;
import io.lianshu.exchange.mapping.RowDraft.NodeDraft;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.map.Editing;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows that name a node which was merged into another, turned to the one that stands for it. A row that names it by a key which
 * the standing one has is about that one; a row with a key of the merged one's own only refers to it.
 */
@OwnsItsThread
final class MergedNodes {

    private final ImportPlan plan;
    private final Batch batch;
    private final IdentityHashMap<RowDraft, RowDraft> asRead = new IdentityHashMap<>();

    MergedNodes(ImportPlan plan, Batch batch) {
        this.plan = plan;
        this.batch = batch;
    }

    /** The row of the file that became this row. */
    RowDraft asRead(RowDraft row) {
        return asRead.getOrDefault(row, row);
    }

    List<RowDraft> standing(List<RowDraft> rows) {
        Set<String> ids = new HashSet<>();
        for (RowDraft row : rows) {
            for (NodeDraft draft : row.nodes()) {
                if (merges(type(draft))) {
                    ids.add(draft.id());
                }
            }
        }
        Map<String, Standing> standing = ids.isEmpty() ? Map.of() : batch.standing(ids);
        return standing.isEmpty()
                ? rows
                : rows.stream().map(row -> turned(row, standing)).toList();
    }

    private NodeType type(NodeDraft draft) {
        return plan.nodes().get(draft.plan()).type();
    }

    private static boolean merges(NodeType type) {
        Editing editing = type.editing();
        return editing != null && editing.merges();
    }

    private RowDraft turned(RowDraft row, Map<String, Standing> standing) {
        Set<String> referredTo = new HashSet<>();
        boolean none = true;
        for (NodeDraft draft : row.nodes()) {
            Standing other = standing.get(draft.id());
            none &= other == null;
            if (other != null && hasKeyOfItsOwn(draft, other)) {
                referredTo.add(draft.id());
            }
        }
        if (none) {
            return row;
        }
        RowDraft turned = new RowDraft(
                row.file(),
                row.line(),
                row.nodes().stream()
                        .map(draft -> new NodeDraft(
                                draft.plan(),
                                id(draft.id(), standing),
                                referredTo.contains(draft.id()) ? Map.of() : draft.values(),
                                draft.said()))
                        .toList(),
                row.links().stream()
                        .filter(link -> !replaces(link, referredTo))
                        .map(link -> new LinkDraft(
                                link.plan(), id(link.from(), standing), id(link.to(), standing), link.values()))
                        .filter(link -> !link.from().equals(link.to()))
                        .toList());
        asRead.put(turned, row);
        return turned;
    }

    private static String id(String id, Map<String, Standing> standing) {
        Standing other = standing.get(id);
        return other == null ? id : other.id();
    }

    private boolean hasKeyOfItsOwn(NodeDraft draft, Standing other) {
        return type(draft).keys().stream()
                .flatMap(List::stream)
                .map(type(draft).fields()::get)
                .filter(PropertyField.class::isInstance)
                .map(PropertyField.class::cast)
                .map(field -> field.secrecy().sealed() ? field.property() + "Hash" : field.property())
                .anyMatch(property ->
                        differs(draft.values().get(property), other.values().get(property)));
    }

    private static boolean differs(@Nullable Object given, @Nullable Object stored) {
        return given != null && !given.equals(stored);
    }

    /** Whether the link would take the place of a relation of a node that the row only refers to. */
    private boolean replaces(LinkDraft link, Set<String> referredTo) {
        RelationKind kind = plan.links().get(link.plan()).kind();
        return (!kind.fromRivals().isEmpty() && referredTo.contains(link.from()))
                || (!kind.toRivals().isEmpty() && referredTo.contains(link.to()));
    }
}
