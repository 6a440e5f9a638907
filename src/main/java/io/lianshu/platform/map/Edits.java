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

    /** Properties that the hub keeps itself, which neither files nor people write. */
    public static final Set<String> KEPT = Set.of("id", "createdAt", "updatedAt", "source");

    private Edits() {}

    public static String create(NodeType type) {
        return "create" + type.name();
    }

    public static String correct(NodeType type) {
        return "correct" + type.name();
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
