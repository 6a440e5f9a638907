package io.lianshu.platform.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder;
import org.neo4j.cypherdsl.core.SymbolicName;
import org.neo4j.cypherdsl.core.renderer.Configuration;
import org.neo4j.cypherdsl.core.renderer.Dialect;
import org.neo4j.cypherdsl.core.renderer.Renderer;

/**
 * The few statements with which whole batches of nodes and relations are read and written by id. Label and relation
 * type stand in the text, as the planner scans all nodes for a label that is a parameter; it is told to seek in the
 * unique index of {@code id}, as it would scan that index for a relation's two ends. Every value is a parameter.
 */
public final class WriteStatements {

    private static final SymbolicName ROW = Cypher.name("row");
    private static final Renderer RENDERER = Renderer.getRenderer(Configuration.newConfig()
            .withDialect(Dialect.NEO4J_5_CYPHER_5)
            .alwaysEscapeNames(true)
            .build());

    private WriteStatements() {}

    /** Reads; parameter {@code ids}; rows {@code id}, {@code values} (all properties) for those that exist. */
    public static String readNodes(String label) {
        SymbolicName id = Cypher.name("id");
        Node node = Cypher.node(label).named("n").withProperties("id", id);
        return render(Cypher.unwind(Cypher.parameter("ids"))
                .as(id)
                .match(node)
                .usingIndexSeek(node.property("id"))
                .returning(id, Cypher.properties(node).as("values"))
                .build());
    }

    /**
     * Writes; parameter {@code rows}: {@code values} (all properties of a new node), and for the n-th leg {@code e<n>}
     * (id of the node at its other end) and {@code r<n>} (the relation's properties). Making a node with its relations
     * takes a fifth less of the engine's time than finding it again for each of them.
     */
    public static String createLinkedNodes(String label, List<Leg> legs) {
        Node node = Cypher.node(label).named("n");
        List<PatternElement> created = new ArrayList<>(List.of(node));
        List<Relationship> valued = new ArrayList<>();
        StatementBuilder.OngoingReading reading =
                Cypher.unwind(Cypher.parameter("rows")).as(ROW);
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            Node other = end("e" + i, leg.otherLabel(), "e" + i);
            reading = reading.match(other).usingIndexSeek(other.property("id"));
            Node known = Cypher.anyNode("e" + i);
            Node made = Cypher.anyNode("n");
            Relationship relation = (leg.outgoing()
                            ? made.relationshipTo(known, leg.type())
                            : made.relationshipFrom(known, leg.type()))
                    .named("r" + i);
            created.add(relation);
            if (leg.valued()) {
                valued.add(relation);
            }
        }
        var update = reading.create(created).set(node, Cypher.property(ROW, "values"));
        for (Relationship relation : valued) {
            String name = relation.getRequiredSymbolicName().getValue();
            update = update.set(relation, Cypher.property(ROW, name));
        }
        return render(update.build());
    }

    /**
     * A relation that a new node is made with.
     *
     * @param outgoing whether it leaves the new node
     * @param valued whether it has properties
     */
    public record Leg(String type, boolean outgoing, String otherLabel, boolean valued) {}

    /** Writes; parameter {@code rows}: {@code id} and {@code values}, in which null takes a property away. */
    public static String updateNodes(String label) {
        Node node = Cypher.node(label).named("n").withProperties("id", Cypher.property(ROW, "id"));
        return render(Cypher.unwind(Cypher.parameter("rows"))
                .as(ROW)
                .match(node)
                .usingIndexSeek(node.property("id"))
                .mutate(node, Cypher.property(ROW, "values"))
                .build());
    }

    /** Writes; parameter {@code id}: puts one label in the place of another. */
    public static String relabel(String label, String other) {
        Node node = Cypher.node(label).named("n").withProperties("id", Cypher.parameter("id"));
        return render(Cypher.match(node)
                .usingIndexSeek(node.property("id"))
                .set(node, other)
                .remove(node, label)
                .build());
    }

    /** Reads; parameter {@code rows}: {@code from}, {@code to}; rows {@code from}, {@code to}, {@code values}. */
    public static String readRelations(String fromLabel, String type, String toLabel) {
        Relationship relation = between(fromLabel, type, toLabel);
        return render(found(relation)
                .returning(
                        Cypher.property(ROW, "from").as("from"),
                        Cypher.property(ROW, "to").as("to"),
                        Cypher.properties(relation).as("values"))
                .build());
    }

    /** Writes; parameter {@code rows}: {@code from}, {@code to}, {@code values}; none of the relations exists yet. */
    public static String createRelations(String fromLabel, String type, String toLabel) {
        Node from = end("a", fromLabel, "from");
        Node to = end("b", toLabel, "to");
        Relationship relation =
                Cypher.anyNode("a").relationshipTo(Cypher.anyNode("b"), type).named("r");
        return render(Cypher.unwind(Cypher.parameter("rows"))
                .as(ROW)
                .match(from)
                .usingIndexSeek(from.property("id"))
                .match(to)
                .usingIndexSeek(to.property("id"))
                .create(relation)
                .set(relation, Cypher.property(ROW, "values"))
                .build());
    }

    /** Writes; parameter {@code rows}: {@code from}, {@code to}, {@code values}, in which null takes one away. */
    public static String updateRelations(String fromLabel, String type, String toLabel) {
        Relationship relation = between(fromLabel, type, toLabel);
        return render(
                found(relation).mutate(relation, Cypher.property(ROW, "values")).build());
    }

    /**
     * Writes; parameter {@code rows}: {@code id}, {@code keep}. Takes away a node's other relations of a type, for a
     * field that has one target.
     *
     * @param outgoing whether the relation leaves the node of {@code label}
     * @param others labels of the targets the field may have
     */
    public static String removeOthers(String label, String type, boolean outgoing, Collection<String> others) {
        Node node = Cypher.node(label).named("n").withProperties("id", Cypher.property(ROW, "id"));
        Node other = Cypher.anyNode("o");
        Relationship relation =
                (outgoing ? node.relationshipTo(other, type) : node.relationshipFrom(other, type)).named("r");
        return render(Cypher.unwind(Cypher.parameter("rows"))
                .as(ROW)
                .match(relation)
                .usingIndexSeek(node.property("id"))
                .where(labelled(other, others).and(other.property("id").isNotEqualTo(Cypher.property(ROW, "keep"))))
                .delete(relation)
                .build());
    }

    /**
     * Reads; parameter {@code id}; column {@code id}: the nodes at the other ends of a node's relations of a type.
     *
     * @param outgoing whether the relation leaves the node of {@code label}
     * @param others labels that the other ends may have
     */
    public static String readOthers(String label, String type, boolean outgoing, Collection<String> others) {
        Node node = Cypher.node(label).named("n").withProperties("id", Cypher.parameter("id"));
        Node other = Cypher.anyNode("o");
        Relationship relation = outgoing ? node.relationshipTo(other, type) : node.relationshipFrom(other, type);
        return render(Cypher.match(relation)
                .usingIndexSeek(node.property("id"))
                .where(labelled(other, others))
                .returning(other.property("id").as("id"))
                .build());
    }

    /**
     * Reads; parameters {@code id}, {@code viewer}, {@code now}; column {@code fits}: whether the node satisfies a
     * predicate over {@code this}.
     */
    public static String satisfies(String label, String predicate) {
        Node node = Cypher.node(label).named("this").withProperties("id", Cypher.parameter("id"));
        return render(Cypher.match(node)
                .where(Cypher.raw(predicate).asCondition())
                .returning(Cypher.count(node).gt(Cypher.literalOf(0)).as("fits"))
                .build());
    }

    /**
     * What a statement over {@code this} tells of one node; parameter {@code id} and those of the statement.
     *
     * @param statement its text, with its last line returning {@code value}
     */
    public static String told(String label, String statement) {
        Node node = Cypher.node(label).named("this").withProperties("id", Cypher.parameter("id"));
        return render(Cypher.match(node).returningRaw(Cypher.raw(statement)).build());
    }

    private static Condition labelled(Node node, Collection<String> labels) {
        return labels.stream()
                .map(name -> node.hasLabels(name))
                .reduce(Condition::or)
                .orElseThrow();
    }

    private static Relationship between(String fromLabel, String type, String toLabel) {
        return end("a", fromLabel, "from")
                .relationshipTo(end("b", toLabel, "to"), type)
                .named("r");
    }

    private static StatementBuilder.OngoingReadingWithoutWhere found(Relationship relation) {
        return Cypher.unwind(Cypher.parameter("rows"))
                .as(ROW)
                .match(relation)
                .usingIndexSeek(relation.getLeft().property("id"))
                .usingIndexSeek(relation.getRight().property("id"));
    }

    private static Node end(String name, String label, String key) {
        return Cypher.node(label).named(name).withProperties("id", Cypher.property(ROW, key));
    }

    private static String render(Statement statement) {
        return RENDERER.render(statement);
    }
}
