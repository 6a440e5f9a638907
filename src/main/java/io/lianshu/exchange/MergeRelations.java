package io.lianshu.exchange;

import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which relations of a merged node go over to the one that stands for it: those that the latter has not, and of which it may
 * have one more. What lies between the two goes nowhere.
 */
final class MergeRelations {

    private MergeRelations() {}

    /** A relation of which a node may have one. */
    record Single(String type, boolean outgoing, Set<String> labels) {

        boolean holds(Tie relation) {
            return relation.type().equals(type)
                    && relation.outgoing() == outgoing
                    && relation.labels().stream().anyMatch(labels::contains);
        }
    }

    /**
     * A relation in the graph, seen from one of the two nodes.
     *
     * @param merged whether it is the merged node's
     * @param within whether it lies between the two, or leads from one to itself
     */
    record Tie(
            boolean merged,
            String relation,
            String type,
            boolean outgoing,
            String other,
            List<String> labels,
            boolean within) {}

    /** What the map says of the type's nodes. */
    static List<Single> singles(NodeType type, GraphMap map) {
        return type.fields().values().stream()
                .filter(RelationField.class::isInstance)
                .map(RelationField.class::cast)
                .filter(relation -> relation.plurality() == Plurality.ONE)
                .map(relation -> new Single(
                        relation.relation(),
                        relation.outgoing(),
                        map.concrete(relation.target()).stream()
                                .map(NodeType::label)
                                .collect(Collectors.toUnmodifiableSet())))
                .toList();
    }

    /** One row for each relation of the merged node: {@code relation}, and whether it {@code moves}. */
    static List<Map<String, @Nullable Object>> rows(List<Tie> all, List<Single> singles) {
        Set<List<Object>> present = new HashSet<>();
        Set<Single> taken = new HashSet<>();
        all.stream().filter(relation -> !relation.merged()).forEach(relation -> {
            present.add(key(relation));
            singles.stream().filter(single -> single.holds(relation)).forEach(taken::add);
        });
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        all.stream().filter(Tie::merged).forEach(relation -> {
            boolean moves = !relation.within()
                    && taken.stream().noneMatch(single -> single.holds(relation))
                    && present.add(key(relation));
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("relation", relation.relation());
            row.put("moves", moves);
            rows.add(row);
        });
        return rows;
    }

    private static List<Object> key(Tie relation) {
        return List.of(relation.type(), relation.outgoing(), relation.other());
    }
}
