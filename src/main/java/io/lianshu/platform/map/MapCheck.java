package io.lianshu.platform.map;

import io.lianshu.platform.map.MapField.ComputedField;
import io.lianshu.platform.map.MapField.EntryField;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapField.RootField;
import io.lianshu.platform.map.MapField.StatementField;
import io.lianshu.platform.map.MapType.AbstractType;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.MapType.RecordType;
import java.util.HashSet;
import java.util.Set;

/** What must hold of a map before anything is compiled from it. */
final class MapCheck {

    private final GraphMap map;

    MapCheck(GraphMap map) {
        this.map = map;
    }

    void check() {
        Set<String> kinds = new HashSet<>();
        map.nodeTypes().forEach(type -> {
            require(type.kind().matches("[a-z]{2,4}"), type.name() + ": @node(kind:) must be two to four letters");
            require(kinds.add(type.kind()), type.name() + ": another type has the id prefix " + type.kind() + " too");
            require(type.fields().containsKey("id"), type.name() + " has no id");
            type.keys().forEach(key -> key.forEach(field -> checkKey(type, field)));
        });
        for (MapType type : map.types()) {
            type.fields().values().forEach(field -> check(type.name(), field));
            if (type instanceof AbstractType several) {
                several.members()
                        .forEach(member -> require(
                                map.find(member) instanceof NodeType,
                                several.name() + ": " + member + " is no @node type"));
            }
        }
        map.roots().values().forEach(field -> check("Query", field));
    }

    private void checkKey(NodeType type, String field) {
        MapField part = type.fields().get(field);
        boolean relationOfOne =
                part instanceof RelationField relation && relation.plurality() == MapField.Plurality.ONE;
        require(
                part instanceof MapField.PropertyField || relationOfOne,
                type.name() + ": the key's part " + field + " is neither a property nor a relation to one node");
    }

    private void check(String owner, MapField field) {
        String place = owner + "." + field.name();
        boolean empties = (field instanceof RelationField list && list.plurality() != MapField.Plurality.ONE)
                || (field instanceof StatementField found && found.list());
        require(
                !field.required()
                        || empties
                        || owner.equals("Query")
                        || field.visibility().to().isEmpty(),
                place + " is non-null, but @visible(to:) makes it null for some viewers");
        require(
                field.visibility().rule() == null
                        || (field instanceof PropertyField && !field.required() && map.find(owner) instanceof NodeType),
                place + ": @visible(rule:) is for a node's property that may be null; a relation takes a gate");
        if (field instanceof RelationField relation) {
            requireNodes(place, relation.target());
            require(
                    relation.properties() == null || map.find(relation.properties()) instanceof RecordType,
                    place + ": @relationship(properties:) names no @record type");
        } else if (field instanceof RootField root) {
            requireNodes(place, root.target());
        } else if (field instanceof EntryField entry) {
            require(map.find(entry.type()) != null, place + ": " + entry.type() + " lies nowhere on the map");
        } else if (field instanceof StatementField statement
                && Character.isUpperCase(statement.type().charAt(0))) {
            require(!statement.type().endsWith("Connection"), place + ": a statement returns a list, no connection");
        } else if (field instanceof ComputedField computed) {
            require(!computed.needs().isEmpty(), place + ": @computed(needs:) is empty");
        }
    }

    private void requireNodes(String place, String target) {
        MapType type = map.find(target);
        require(
                type instanceof NodeType || type instanceof AbstractType,
                place + " leads to " + target + ", which is neither a node type nor an interface or union of them");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
