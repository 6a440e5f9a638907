package io.lianshu.platform.map;

import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names and fields of what is entered and corrected by hand. */
public final class Edits {

    public static final String CLIENT_MUTATION_ID = "clientMutationId";
    public static final String ID = "id";
    public static final String VERSION = "version";
    public static final String REASON = "reason";

    /** Of two that are one, the id of the one that does not stay. */
    public static final String DUPLICATE = "duplicate";

    public static final String DUPLICATE_VERSION = "duplicateVersion";

    /** Properties that the hub keeps itself, which neither files nor people write. */
    public static final Set<String> KEPT = Set.of("id", "createdAt", "updatedAt", "source");

    private Edits() {}

    public static String create(NodeType type) {
        return "create" + type.name();
    }

    public static String correct(NodeType type) {
        return "correct" + type.name();
    }

    public static String merge(NodeType type) {
        return "merge" + type.name();
    }

    public static String unmerge(NodeType type) {
        return "unmerge" + type.name();
    }

    /** All mutations that a type has; none when nobody may edit it. */
    public static List<String> mutations(NodeType type) {
        Editing editing = type.editing();
        if (editing == null) {
            return List.of();
        }
        return editing.merges()
                ? List.of(create(type), correct(type), merge(type), unmerge(type))
                : List.of(create(type), correct(type));
    }

    static String input(String mutation) {
        return mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
    }

    public static String payload(NodeType type) {
        return type.name() + "Payload";
    }

    public static String payloadField(NodeType type) {
        return type.name().substring(0, 1).toLowerCase(Locale.ROOT)
                + type.name().substring(1);
    }

    /**
     * What an input of the type has besides its own: single properties, and relations to one node that no rule hides,
     * since naming a hidden node would tell whether it is there.
     */
    public static List<MapField> fields(NodeType type, GraphMap map) {
        return type.fields().values().stream()
                .filter(field -> field instanceof PropertyField property
                        ? !property.list() && !KEPT.contains(property.property())
                        : field instanceof RelationField relation
                                && relation.plurality() == Plurality.ONE
                                && map.concrete(relation.target()).stream()
                                        .allMatch(target -> target.visibility().rule() == null))
                .toList();
    }
}
