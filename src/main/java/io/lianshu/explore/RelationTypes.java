package io.lianshu.explore;

import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.MapType.RecordType;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * The relation types of the map, and what a viewer may see of them. What the map does not have is never followed, nor
 * what leads to the hub's own accounts and records.
 */
@Component
final class RelationTypes {

    /** One type of node related to another by a field. */
    private record Pair(String start, String end) {}

    private final GraphMap map;
    private final Map<String, Map<Pair, List<RelationField>>> fields = new TreeMap<>();

    RelationTypes(GraphMap map) {
        this.map = map;
        map.nodeTypes()
                .filter(owner -> !owner.kept())
                .forEach(owner -> owner.fields().values().forEach(field -> {
                    if (field instanceof RelationField relation) {
                        map.concrete(relation.target()).stream()
                                .filter(target -> !target.kept())
                                .forEach(target -> put(owner, relation, target));
                    }
                }));
    }

    private void put(NodeType owner, RelationField relation, NodeType target) {
        Pair pair = relation.outgoing() ? new Pair(owner.name(), target.name()) : new Pair(target.name(), owner.name());
        fields.computeIfAbsent(relation.relation(), type -> new LinkedHashMap<>())
                .computeIfAbsent(pair, key -> new ArrayList<>())
                .add(relation);
    }

    Set<String> all() {
        return fields.keySet();
    }

    /** The types that the viewer may follow: between every two types of nodes, at least one field shows them. */
    Set<String> open(Viewer viewer) {
        Set<String> open = new TreeSet<>();
        fields.forEach((type, pairs) -> {
            if (pairs.values().stream()
                    .allMatch(several -> several.stream()
                            .anyMatch(field -> field.visibility().admits(viewer)))) {
                open.add(type);
            }
        });
        return open;
    }

    /** For each type that carries something, what the viewer may see of it: maps of name, property and form. */
    Map<String, List<Map<String, String>>> carried(Viewer viewer) {
        Map<String, List<Map<String, String>>> result = new TreeMap<>();
        fields.forEach((type, pairs) -> {
            Map<String, Map<String, String>> byName = new LinkedHashMap<>();
            pairs.values()
                    .forEach(several -> several.forEach(field -> carriedBy(field, viewer)
                            .forEach(property -> byName.putIfAbsent(
                                    property.name(),
                                    Map.of(
                                            "name", property.name(),
                                            "property", property.property(),
                                            "form", form(property))))));
            if (!byName.isEmpty()) {
                result.put(type, List.copyOf(byName.values()));
            }
        });
        return result;
    }

    private List<PropertyField> carriedBy(RelationField field, Viewer viewer) {
        if (field.properties() == null || !field.visibility().admits(viewer)) {
            return List.of();
        }
        return ((RecordType) map.type(field.properties()))
                .fields().values().stream()
                        .filter(PropertyField.class::isInstance)
                        .map(PropertyField.class::cast)
                        .filter(property -> property.visibility().admits(viewer) && isPlain(property, viewer))
                        .toList();
    }

    /** Whether the value may be shown as it is; what would have to be masked is left out. */
    private static boolean isPlain(PropertyField property, Viewer viewer) {
        return !property.secrecy().sealed()
                && !property.list()
                && (property.secrecy().mask() == null
                        || viewer.hasAnyOf(property.secrecy().unmasked()));
    }

    private static String form(PropertyField property) {
        return property.codeList() == null ? property.type() : PropertyValue.CODE + property.codeList();
    }
}
