package io.lianshu.platform.map;

import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.AbstractType;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole map: every type of the SDL that lies in the graph, and the root fields that read it. */
public final class GraphMap {

    private final Map<String, MapType> types;
    private final Map<String, MapField> roots;
    private final List<CommandField> commands;
    private final Set<String> repeating;
    private final Map<String, List<RelationField>> remembering = new HashMap<>();

    GraphMap(Map<String, MapType> types, Map<String, MapField> roots, List<CommandField> commands) {
        this.types = types;
        this.roots = roots;
        this.commands = List.copyOf(commands);
        nodeTypes().forEach(type -> {
            List<RelationField> fields = type.fields().values().stream()
                    .filter(field -> field instanceof RelationField relation && relation.firstIds() != null)
                    .map(RelationField.class::cast)
                    .toList();
            if (!fields.isEmpty()) {
                remembering.put(type.name(), fields);
            }
        });
        this.repeating = types.values().stream()
                .flatMap(type -> type.fields().values().stream())
                .filter(field -> field instanceof RelationField relation && relation.properties() != null)
                .map(field -> ((RelationField) field).relation())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Root fields of {@code Query} that are compiled, by name. */
    public Map<String, MapField> roots() {
        return roots;
    }

    /** Fields of a node type whose first targets a node keeps in a property. */
    public List<RelationField> remembering(NodeType type) {
        return remembering.getOrDefault(type.name(), List.of());
    }

    /** Every mutation. */
    public List<CommandField> commands() {
        return commands;
    }

    /** Whether two nodes may have several relations of the type, which is so when they differ in properties. */
    public boolean repeats(String relation) {
        return repeating.contains(relation);
    }

    public Collection<MapType> types() {
        return types.values();
    }

    public Stream<NodeType> nodeTypes() {
        return types.values().stream().filter(NodeType.class::isInstance).map(NodeType.class::cast);
    }

    /** The type, or null when the name is a scalar's, an enum's or unknown. */
    public @Nullable MapType find(String name) {
        return types.get(name);
    }

    /** The type of this name, which must exist. */
    public MapType type(String name) {
        return Objects.requireNonNull(types.get(name), () -> "No type " + name + " on the map");
    }

    /** The node types a value of this type may have: itself, or an abstract type's members. */
    public List<NodeType> concrete(String name) {
        MapType type = type(name);
        if (type instanceof NodeType node) {
            return List.of(node);
        }
        return type instanceof AbstractType several
                ? several.members().stream()
                        .map(member -> (NodeType) type(member))
                        .toList()
                : List.of();
    }

    /** The node type with this id prefix, or null. */
    public @Nullable NodeType ofKind(String kind) {
        return nodeTypes().filter(type -> type.kind().equals(kind)).findFirst().orElse(null);
    }
}
