package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.Mapping.Condition;
import io.lianshu.exchange.mapping.Mapping.Counter;
import io.lianshu.exchange.mapping.Mapping.FileFormat;
import io.lianshu.exchange.mapping.Mapping.ValueMapping;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private final Titles titles;
    private final int root;

    ImportPlan(Mapping mapping, Vocabulary vocabulary, List<NodePlan> nodes, List<LinkPlan> links) {
        this.mapping = mapping;
        this.vocabulary = vocabulary;
        this.nodes = List.copyOf(nodes);
        this.links = List.copyOf(links);
        this.types = nodes.stream().map(NodePlan::type).distinct().toList();
        this.relations = links.stream().map(LinkPlan::kind).distinct().toList();
        this.root = rootOf(List.copyOf(mapping.nodes().keySet()));
        this.titles = new Titles(this, vocabulary.terms(), mapping.titles());
    }

    /**
     * Reads a mapping and holds it against the map.
     *
     * @param name the file's name, for messages
     * @throws MappingRefused naming everything that is wrong by line
     */
    public static ImportPlan read(String name, String yaml, Vocabulary vocabulary) {
        return read(name, yaml, vocabulary, Layout.MAPPING);
    }

    /** Reads a template's mapping, which is the hub's own. */
    public static ImportPlan template(String name, String yaml, Vocabulary vocabulary) {
        return read(name, yaml, vocabulary, Layout.TEMPLATE);
    }

    private static ImportPlan read(String name, String yaml, Vocabulary vocabulary, Layout layout) {
        Problems problems = new Problems();
        Mapping mapping = new MappingReader(problems, layout).read(name, yaml);
        problems.refuseIfAny();
        if (mapping == null) {
            throw new IllegalStateException("A mapping without problems and without content");
        }
        MappingCheck check = new MappingCheck(mapping, vocabulary, problems);
        check.refuseKept();
        ImportPlan plan = check.check();
        problems.refuseIfAny();
        return plan;
    }

    public FirstIds firstIds() {
        return new FirstIds(vocabulary.map(), links);
    }

    /**
     * The reader of rows of a file with this header.
     *
     * @throws MappingRefused naming the columns that the file does not have
     * @throws HeaderRefused naming the columns that a template does not have, has twice, or cannot do without
     */
    public RowReader bind(String file, List<String> header, Counters counters) {
        return new RowReader(this, Columns.of(this, file, header), counters);
    }

    public String name() {
        return mapping.name();
    }

    /** Whether it is a template's, so that its user knows the columns and not the mapping. */
    public boolean isTemplate() {
        return file().layout().isTemplate();
    }

    /** Chinese titles of the columns. */
    public Titles titles() {
        return titles;
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

    /** Place of the node with which rows begin: the first of the mapping from which links lead to all others. */
    public int root() {
        return root;
    }

    private int rootOf(List<String> names) {
        return nodes.stream()
                .filter(node -> reached(node.index()).size() == nodes.size())
                .min(Comparator.comparingInt(node -> names.indexOf(node.name())))
                .map(NodePlan::index)
                .orElse(0);
    }

    private Set<Integer> reached(int from) {
        Set<Integer> reached = new HashSet<>(Set.of(from));
        boolean grown = true;
        while (grown) {
            grown = links.stream()
                    .filter(link -> reached.contains(link.owner()))
                    .anyMatch(link -> reached.add(link.target()));
        }
        return reached;
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
            @Nullable ValueMapping id) {

        /** By column: the value that it must have for the node to be there; columns that may have any are left out. */
        public Map<String, String> demanded() {
            Map<String, String> demanded = new LinkedHashMap<>();
            when.stream()
                    .filter(condition ->
                            !condition.negated() && !condition.values().isEmpty())
                    .forEach(condition -> demanded.put(
                            condition.column(), condition.values().iterator().next()));
            return demanded;
        }

        /** Whether a row must name it. */
        public boolean isRequired() {
            return lookup && when.isEmpty();
        }
    }

    /** A part of a natural key: a field of the node, or the node another name of the mapping stands for. */
    public sealed interface KeyPart {}

    /**
     * A field of the node itself.
     *
     * @param field its place among the node's fields
     */
    public record FieldPart(int field) implements KeyPart {}

    /**
     * Another node.
     *
     * @param node its place in the plan
     */
    public record NodePart(int node, String field) implements KeyPart {}

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

        /** Whether it holds free text. */
        public boolean isText() {
            return form.isText();
        }

        /** Whether it holds a place, of which the first column is the latitude. */
        public boolean isPoint() {
            return form.isPoint();
        }

        /** What stands between several values of a cell, or null when it has one. */
        public @Nullable String split() {
            return value.split();
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
