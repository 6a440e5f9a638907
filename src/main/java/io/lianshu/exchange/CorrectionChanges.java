package io.lianshu.exchange;

import io.lianshu.exchange.ImportGraph.Batch;
import io.lianshu.exchange.mapping.FormPlan.Form;
import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.scalar.ScalarForm;
import io.lianshu.platform.write.GraphPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a form changes of its node, told for the node's history. */
@OwnsItsThread
final class CorrectionChanges {

    private final Form form;
    private final RowDraft draft;
    private final Batch batch;

    CorrectionChanges(Form form, RowDraft draft, Batch batch) {
        this.form = form;
        this.draft = draft;
        this.batch = batch;
    }

    /**
     * Fields whose value becomes another.
     *
     * @param stored the node's properties as they are
     */
    List<NodeChange.Field> against(Map<String, Object> stored) {
        List<NodeChange.Field> fields = new ArrayList<>();
        RowDraft.NodeDraft subject = form.subject(draft);
        Set<String> changed = Changes.between(stored, subject.values()).keySet();
        for (FieldPlan plan : form.fields()) {
            if (plan.properties().stream().anyMatch(changed::contains)) {
                String property = plan.properties().get(0);
                fields.add(new NodeChange.Field(
                        plan.field().name(),
                        text(plan.field(), stored.get(property)),
                        text(plan.field(), subject.values().get(property))));
            }
        }
        draft.links().forEach(link -> {
            LinkPlan plan = form.links().get(link.plan());
            String target = plan.field().outgoing() ? link.to() : link.from();
            add(fields, plan.field(), before(plan.field(), subject.id()), target);
        });
        form.unlinked().forEach(relation -> add(fields, relation, before(relation, subject.id()), null));
        return fields;
    }

    /** Takes away the relations that the form has emptied. */
    void unlink(String id) {
        form.unlinked().forEach(relation -> {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", id);
            row.put("keep", "");
            batch.removeRivals(kind(relation), relation.outgoing(), List.of(row));
        });
    }

    private static void add(
            List<NodeChange.Field> fields, RelationField relation, @Nullable String before, @Nullable String after) {
        if (before == null ? after != null : !before.equals(after)) {
            fields.add(new NodeChange.Field(relation.name(), before, after));
        }
    }

    private @Nullable String before(RelationField relation, String id) {
        List<String> targets = batch.others(kind(relation), relation.outgoing(), id);
        return targets.isEmpty() ? null : targets.stream().sorted().collect(Collectors.joining(" "));
    }

    private RelationKind kind(RelationField relation) {
        String own = form.subject().type().label();
        Set<String> labels = form.plan().labels(relation);
        return relation.outgoing()
                ? new RelationKind(own, relation.relation(), "", labels, Set.of())
                : new RelationKind("", relation.relation(), own, Set.of(), labels);
    }

    static @Nullable String text(PropertyField field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (field.type().equals("GeoPoint")) {
            return GraphPoint.shown(value);
        }
        boolean plain = field.secrecy().sealed() || field.codeList() != null;
        return ScalarForm.of(plain ? "String" : field.type()).wire(value).toString();
    }
}
