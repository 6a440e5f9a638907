package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.Mapping.Condition;
import io.lianshu.exchange.mapping.Mapping.Counter;
import io.lianshu.exchange.mapping.Mapping.FileFormat;
import io.lianshu.exchange.mapping.Mapping.ValueMapping;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that fits the map: what each row becomes. Nodes stand in an order in which the ids that a key needs are
 * known before it.
 */
public final class ImportPlan {

    private final Mapping mapping;
    private final Vocabulary vocabulary;
    private final List<NodePlan> nodes;
    private final List<LinkPlan> links;
    private final List<NodeType> types;
    private final List<RelationKind> relations;

    ImportPlan(Mapping mapping, Vocabulary vocabulary, List<NodePlan> nodes, List<LinkPlan> links) {
        this.mapping = mapping;
        this.vocabulary = vocabulary;
        this.nodes = List.copyOf(nodes);
        this.links = List.copyOf(links);
        this.types = nodes.stream().map(NodePlan::type).distinct().toList();
        this.relations = links.stream().map(LinkPlan::kind).distinct().toList();
    }

    /**
     * Reads a mapping and holds it against the map.
     *
     * @param name the file's name, for messages
     * @throws MappingRefused naming everything that is wrong by line
     */
    public static ImportPlan read(String name, String yaml, Vocabulary vocabulary) {
        Problems problems = new Problems();
        Mapping mapping = new MappingReader(problems).read(name, yaml);
        problems.refuseIfAny();
        if (mapping == null) {
            throw new IllegalStateException("A mapping without problems and without content");
        }
        ImportPlan plan = new MappingCheck(mapping, vocabulary, problems).check();
        problems.refuseIfAny();
        return plan;
    }

    /**
     * The reader of rows of a file with this header.
     *
     * @throws MappingRefused naming the columns that the file does not have
     */
    public RowReader bind(String file, List<String> header, Counters counters) {
        return new RowReader(this, Columns.of(this, file, header), counters);
    }

    public String name() {
        return mapping.name();
    }

    /** What the mapping says about the file's encoding, or null. */
    public @Nullable Charset encoding() {
        return mapping.file().encoding();
    }

    public char delimiter() {
        return mapping.file().delimiter();
    }

    /** What goes into the property {@code source}, or null when the mapping does not say. */
    public @Nullable String source() {
        return mapping.file().source();
    }

    public List<NodePlan> nodes() {
        return nodes;
    }

    public List<LinkPlan> links() {
        return links;
    }

    /** Node types of the rows, each once. */
    public List<NodeType> types() {
        return types;
    }

    /** Relations of the rows, each once. */
    public List<RelationKind> relations() {
        return relations;
    }

    /** Labels that the nodes at the other end of a relation may have. */
    public Set<String> labels(RelationField relation) {
        return vocabulary.map().concrete(relation.target()).stream()
                .map(NodeType::label)
                .collect(Collectors.toUnmodifiableSet());
    }

    FileFormat file() {
        return mapping.file();
    }

    Map<String, Counter> counters() {
        return mapping.counters();
    }

    List<Condition> rows() {
        return mapping.rows();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * One node of each row.
     *
     * @param index its place in the plan
     * @param keys alternatives of the natural key that the mapping can fill, in the map's order; empty when it gives
     *     the id itself
     */
    public record NodePlan(
            int index,
            String name,
            NodeType type,
            boolean lookup,
            List<Condition> when,
            List<FieldPlan> fields,
            List<List<KeyPart>> keys,
            @Nullable ValueMapping id) {}

    /** A part of a natural key: a field of the node, or the node another name of the mapping stands for. */
    public sealed interface KeyPart {}

    /** @param field its place among the node's fields */
    record FieldPart(int field) implements KeyPart {}

    /** @param node its place in the plan */
    record NodePart(int node, String field) implements KeyPart {}

    public record FieldPlan(PropertyField field, ValueMapping value, FieldForm form) {

        /** Names of the properties it fills. */
        public List<String> properties() {
            return field.secrecy().sealed()
                    ? List.of(field.property() + "Enc", field.property() + "Hash")
                    : List.of(field.property());
        }

        /** Columns that it reads. */
        public List<String> columns() {
            return value.source().columns();
        }

        /** A stored value as a report may show it. */
        public String shown(String stored) {
            return form.shown(stored);
        }
    }

    /**
     * A relation of each row that has both its ends.
     *
     * @param owner node with the field, by its place in the plan
     * @param target node at the other end
     */
    public record LinkPlan(
            int index, int owner, int target, RelationField field, RelationKind kind, List<FieldPlan> properties) {

        public int from() {
            return field.outgoing() ? owner : target;
        }

        public int to() {
            return field.outgoing() ? target : owner;
        }
    }

    /**
     * Relations of one type between two labels.
     *
     * @param fromRivals labels of the other targets that a node at the start may not have beside this one; empty when
     *     it may have several
     * @param toRivals the same for a node at the end
     */
    public record RelationKind(
            String fromLabel, String type, String toLabel, Set<String> fromRivals, Set<String> toRivals) {

        public String shown() {
            return fromLabel + "-" + type + "->" + toLabel;
        }
    }
}
