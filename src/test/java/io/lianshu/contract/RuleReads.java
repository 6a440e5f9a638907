package io.lianshu.contract;

import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule's text asks of the graph: for each thing that it reads, the fields by which a file could write it. */
final class RuleReads {

    private static final Pattern NODE = Pattern.compile("\\((\\w*)(?::([\\w|]+))?\\)");
    private static final Pattern RELATION = Pattern.compile("(<?)-\\[(\\w*):([\\w|]+)]-(>?)");
    private static final Pattern PROPERTY = Pattern.compile("\\b(this|its\\w+)\\.(\\w+)");

    private final GraphMap map;
    private final String text;
    private final Map<String, Set<String>> typesOf = new HashMap<>();
    private final List<Set<String>> found = new ArrayList<>();

    private RuleReads(GraphMap map, Set<String> owners, String text) {
        this.map = map;
        this.text = text.lines().filter(line -> !line.startsWith("//")).collect(Collectors.joining("\n"));
        typesOf.put("this", owners);
    }

    /** Sets of {@code Type.field}; a relation that has a field at each end stands under both names. */
    static List<Set<String>> of(GraphMap map, Set<String> owners, String text) {
        RuleReads reads = new RuleReads(map, owners, text);
        NODE.matcher(reads.text).results().forEach(reads::label);
        RELATION.matcher(reads.text).results().forEach(reads::relation);
        PROPERTY.matcher(reads.text).results().forEach(reads::property);
        return reads.found;
    }

    private void label(MatchResult node) {
        if (node.group(2) != null) {
            Set<String> labels = Set.of(node.group(2).split("\\|"));
            typesOf.put(
                    node.group(1),
                    map.nodeTypes()
                            .filter(type -> labels.contains(type.label()))
                            .map(NodeType::name)
                            .collect(Collectors.toSet()));
        }
    }

    private void relation(MatchResult relation) {
        Set<String> left = types(end(relation.start(), true));
        Set<String> right = types(end(relation.end(), false));
        boolean leftwards = !relation.group(1).isEmpty();
        for (String type : relation.group(3).split("\\|")) {
            Set<String> fields = new TreeSet<>();
            fields.addAll(fields(left, type, !leftwards, right, relation.group(2)));
            fields.addAll(fields(right, type, leftwards, left, relation.group(2)));
            found.add(fields);
        }
    }

    private MatchResult end(int place, boolean before) {
        return NODE.matcher(text)
                .results()
                .filter(node -> (before ? node.end() : node.start()) == place)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A relation without two nodes in: " + text));
    }

    private Set<String> types(MatchResult node) {
        Set<String> known = node.group(2) == null ? typesOf.get(node.group(1)) : null;
        if (known != null) {
            return known;
        }
        Set<String> labels =
                node.group(2) == null ? Set.of() : Set.of(node.group(2).split("\\|"));
        return map.nodeTypes()
                .filter(type -> labels.isEmpty() || labels.contains(type.label()))
                .map(NodeType::name)
                .collect(Collectors.toSet());
    }

    private Set<String> fields(
            Set<String> owners, String relation, boolean outgoing, Set<String> others, String variable) {
        Set<String> names = new TreeSet<>();
        for (String owner : owners) {
            for (MapField field : map.type(owner).fields().values()) {
                if (field instanceof RelationField wanted
                        && wanted.relation().equals(relation)
                        && wanted.outgoing() == outgoing
                        && map.concrete(wanted.target()).stream().anyMatch(type -> others.contains(type.name()))) {
                    names.add(owner + "." + field.name());
                    if (wanted.properties() != null && !variable.isEmpty()) {
                        typesOf.computeIfAbsent(variable, unused -> new TreeSet<>())
                                .add(wanted.properties());
                    }
                }
            }
        }
        return names;
    }

    private void property(MatchResult property) {
        String name = property.group(2);
        if (name.equals("id")) {
            return;
        }
        Set<String> owners = typesOf.getOrDefault(property.group(1), Set.of());
        if (owners.isEmpty()) {
            throw new IllegalStateException("Nobody knows what " + property.group(1) + " is in: " + text);
        }
        // What the hub itself keeps is no field: no file can give it.
        owners.stream()
                .filter(owner -> isField(map.type(owner), name))
                .forEach(owner -> found.add(Set.of(owner + "." + name)));
    }

    private static boolean isField(MapType type, String property) {
        return properties(type).anyMatch(field -> field.property().equals(property));
    }

    private static Stream<PropertyField> properties(MapType type) {
        return type.fields().values().stream()
                .filter(PropertyField.class::isInstance)
                .map(PropertyField.class::cast);
    }
}
