package io.lianshu.platform.read;

import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.AbstractType;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Labels;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SymbolicName;

/** Patterns of nodes and relations as the map has them. */
final class Patterns {

    private Patterns() {}

    static Node node(GraphMap map, String typeName, SymbolicName name) {
        MapType type = map.type(typeName);
        if (type instanceof NodeType node) {
            return Cypher.node(node.label()).named(name);
        }
        if (type instanceof AbstractType several && !several.union() && typeName.equals("Node")) {
            return Cypher.anyNode(name);
        }
        List<NodeType> members = map.concrete(typeName);
        Labels labels = Cypher.exactlyLabel(members.get(0).label());
        for (NodeType member : members.subList(1, members.size())) {
            labels = labels.or(Cypher.exactlyLabel(member.label()));
        }
        return Cypher.node(labels).named(name);
    }

    static Relationship along(
            GraphMap map,
            RelationField relation,
            SymbolicName from,
            SymbolicName to,
            @Nullable SymbolicName relationName) {
        Node start = Cypher.anyNode(from);
        Node end = node(map, relation.target(), to);
        Relationship pattern = relation.outgoing()
                ? start.relationshipTo(end, relation.relation())
                : start.relationshipFrom(end, relation.relation());
        return relationName == null ? pattern : pattern.named(relationName);
    }
}
