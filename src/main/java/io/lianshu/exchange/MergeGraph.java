package io.lianshu.exchange;

import io.lianshu.exchange.ImportGraph.Batch;
import io.lianshu.exchange.MergeRelations.Single;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.command.NodeVersion;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.Edits;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Makes one node of two that are one, and takes it back. The duplicate loses its label, so that no read meets it; it keeps
 * its values and, as relations of one type of their own, what its relations were.
 */
@OwnsItsThread
final class MergeGraph implements ClientCommand {

    /** What people wrote down of a party goes with it to the node that stands for it. */
    private static final Set<String> CASES =
            Set.of("CollusionCase", "Evidence", "CaseStatement", "CaseDecision", "CustodyEvent");

    private final Map<String, NodeType> merging = new HashMap<>();
    private final Map<String, NodeType> unmerging = new HashMap<>();
    private final Map<NodeType, List<Single>> singles = new HashMap<>();
    private final Set<String> hubs;

    MergeGraph(GraphMap map) {
        // An account must not come to stand for another by a merge that somebody else makes.
        this.hubs = map.nodeTypes()
                .filter(type -> type.kept() && !CASES.contains(type.name()))
                .flatMap(type -> type.fields().values().stream())
                .filter(RelationField.class::isInstance)
                .map(field -> ((RelationField) field).relation())
                .collect(Collectors.toUnmodifiableSet());
        map.nodeTypes()
                .filter(type -> Edits.mutations(type).contains(Edits.merge(type)))
                .forEach(type -> {
                    merging.put(Edits.merge(type), type);
                    unmerging.put(Edits.unmerge(type), type);
                    singles.put(type, MergeRelations.singles(type, map));
                });
    }

    @Override
    public Set<String> mutations() {
        return Stream.of(merging, unmerging)
                .flatMap(mutations -> mutations.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        boolean merges = merging.containsKey(call.mutation());
        NodeType type = Objects.requireNonNull((merges ? merging : unmerging).get(call.mutation()));
        Attempt attempt = new Attempt(type, call, new Batch(transaction), new MergedGraph(transaction, hubs));
        Refusal unfit = attempt.unfit();
        if (unfit != null) {
            return CommandOutcome.refused(null, List.of(unfit));
        }
        try {
            return merges ? attempt.merge(singles.getOrDefault(type, List.of())) : attempt.unmerge();
        } catch (Neo4jException e) {
            RowsRefused taken = ImportGraph.taken(e);
            if (taken == null) {
                throw e;
            }
            return CommandOutcome.refused(null, List.of(new CorrectionRefusals(type).taken(taken)));
        }
    }

    /** One call on one transaction. */
    private record Attempt(NodeType type, CommandCall call, Batch batch, MergedGraph merged) {

        private String text(String field) {
            return String.valueOf(call.input().get(field));
        }

        @Nullable
        Refusal unfit() {
            for (String field : List.of(Edits.ID, Edits.DUPLICATE)) {
                String id = text(field);
                if (!NodeId.isWellFormed(id) || !NodeId.kindOf(id).equals(type.kind())) {
                    return MergeRefusals.badId(type, field);
                }
            }
            if (text(Edits.ID).equals(text(Edits.DUPLICATE))) {
                return MergeRefusals.sameNode();
            }
            return call.reason() == null ? MergeRefusals.reasonMissing() : null;
        }

        CommandOutcome merge(List<Single> singles) {
            String id = text(Edits.ID);
            String duplicate = text(Edits.DUPLICATE);
            Map<String, Map<String, Object>> stored = batch.locked(type.label(), List.of(id, duplicate));
            CommandOutcome refused = unlessCurrent(stored, Edits.ID, Edits.VERSION);
            refused = refused == null ? unlessCurrent(stored, Edits.DUPLICATE, Edits.DUPLICATE_VERSION) : refused;
            if (refused != null) {
                return refused;
            }
            Map<String, Object> keep = stored.getOrDefault(id, Map.of());
            Map<String, @Nullable Object> given = new HashMap<>(stored.getOrDefault(duplicate, Map.of()));
            given.keySet().removeAll(keep.keySet());
            given.keySet().removeAll(Edits.KEPT);
            given.keySet().removeAll(halfKeys(keep));
            List<NodeChange.Field> fields = new ArrayList<>();
            fields.add(new NodeChange.Field(Edits.DUPLICATE, null, duplicate));
            fields.addAll(told(given, true));
            merged.put(type.label(), duplicate, id, given.keySet());
            merged.moveRelations(duplicate, singles);
            write(id, given, keep);
            return CommandOutcome.done(id, List.of(new NodeChange(type.label(), id, fields)));
        }

        /** Parts of keys of which the node has another part: filled in, they would make a key that nobody has. */
        private Set<String> halfKeys(Map<String, Object> keep) {
            return type.keys().stream()
                    .filter(key -> key.stream().anyMatch(keep::containsKey))
                    .flatMap(List::stream)
                    .collect(Collectors.toSet());
        }

        CommandOutcome unmerge() {
            String id = text(Edits.ID);
            String duplicate = text(Edits.DUPLICATE);
            Map<String, Map<String, Object>> stored = batch.locked(type.label(), List.of(id));
            CommandOutcome refused = unlessCurrent(stored, Edits.ID, Edits.VERSION);
            if (refused != null) {
                return refused;
            }
            MergedGraph.Remains found = merged.find(duplicate);
            if (found == null || !found.standing().equals(id)) {
                return CommandOutcome.refused(id, List.of(MergeRefusals.notMerged()));
            }
            if (!found.last()) {
                return CommandOutcome.refused(id, List.of(MergeRefusals.laterMerge()));
            }
            Map<String, Object> keep = stored.getOrDefault(id, Map.of());
            Map<String, @Nullable Object> taken = new HashMap<>();
            for (String property : found.filled()) {
                if (Objects.equals(keep.get(property), found.values().get(property))) {
                    taken.put(property, null);
                }
            }
            Map<String, @Nullable Object> was = new HashMap<>(keep);
            was.keySet().retainAll(taken.keySet());
            List<NodeChange.Field> fields = new ArrayList<>();
            fields.add(new NodeChange.Field(Edits.DUPLICATE, duplicate, null));
            fields.addAll(told(was, false));
            write(id, taken, keep);
            merged.restore(type.label(), duplicate);
            write(duplicate, Map.of(), found.values());
            return CommandOutcome.done(id, List.of(new NodeChange(type.label(), id, fields)));
        }

        private @Nullable CommandOutcome unlessCurrent(
                Map<String, Map<String, Object>> stored, String field, String versionField) {
            String id = text(field);
            Map<String, Object> node = stored.get(id);
            if (node == null) {
                Standing standing = batch.standing(List.of(id)).get(id);
                return standing == null
                        ? CommandOutcome.refused(null, List.of(MergeRefusals.notFound(type, field)))
                        : CommandOutcome.refused(standing.id(), List.of(MergeRefusals.merged(field)));
            }
            return NodeVersion.isCurrent(node, call.input().get(versionField))
                    ? null
                    : CommandOutcome.refused(id, List.of(NodeVersion.stale(versionField)));
        }

        private void write(String id, Map<String, @Nullable Object> values, Map<String, Object> before) {
            Map<String, @Nullable Object> all = new HashMap<>(values);
            all.put(NodeVersion.PROPERTY, NodeVersion.next(call.now(), before));
            all.put("source", call.mutation());
            batch.updateNode(type.label(), id, all);
        }

        private List<NodeChange.Field> told(Map<String, @Nullable Object> values, boolean after) {
            return type.fields().values().stream()
                    .filter(PropertyField.class::isInstance)
                    .map(PropertyField.class::cast)
                    .filter(field -> values.containsKey(stored(field)))
                    .map(field -> {
                        String value = CorrectionChanges.text(field, values.get(stored(field)));
                        return new NodeChange.Field(field.name(), after ? null : value, after ? value : null);
                    })
                    .toList();
        }

        private static String stored(PropertyField field) {
            return field.secrecy().sealed() ? field.property() + "Enc" : field.property();
        }
    }
}
