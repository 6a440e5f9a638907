package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.exchange.mapping.Mapping.ColumnSource;
import io.lianshu.exchange.mapping.Mapping.FieldMapping;
import io.lianshu.exchange.mapping.Mapping.FileFormat;
import io.lianshu.exchange.mapping.Mapping.LinkMapping;
import io.lianshu.exchange.mapping.Mapping.NodeMapping;
import io.lianshu.exchange.mapping.Mapping.PointSource;
import io.lianshu.exchange.mapping.Mapping.Source;
import io.lianshu.exchange.mapping.Mapping.ValueMapping;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.Edits;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.scalar.ScalarForm;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes into a form, as a mapping of one row: each field of the input is a column of its name, each
 * relation a node looked up by its id. So a form is judged and written by what judges and writes rows. An empty text is no
 * value.
 */
public final class FormPlan {

    /** The name of the form's own node in the plan. */
    public static final String SUBJECT = "";

    private static final Place NOWHERE = new Place(0, "");

    private final NodeType type;
    private final Vocabulary vocabulary;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final List<FieldMapping> fields = new ArrayList<>();
    private final List<LinkMapping> links = new ArrayList<>();
    private final List<RelationField> unlinked = new ArrayList<>();
    private final Map<String, NodeMapping> nodes = new LinkedHashMap<>();
    private final Problems problems = new Problems();

    private FormPlan(NodeType type, Vocabulary vocabulary) {
        this.type = type;
        this.vocabulary = vocabulary;
    }

    /**
     * A form that fits the map.
     *
     * @param plan its first node is the form's own
     * @param unlinked relations that the form takes away
     */
    public record Form(ImportPlan plan, List<String> header, List<String> cells, List<RelationField> unlinked) {

        /** The row; null when something is wrong with it. */
        public @Nullable RowDraft read(List<RowFault> faults) {
            return plan.bind("", header, new Counters()).read(0, 1, cells.toArray(String[]::new), faults);
        }

        /** The form's own node. */
        public NodePlan subject() {
            return plan.nodes().stream()
                    .filter(node -> node.name().equals(SUBJECT))
                    .findFirst()
                    .orElseThrow();
        }

        /** The values of a draft of the form's own node. */
        public RowDraft.NodeDraft subject(RowDraft draft) {
            int place = subject().index();
            return draft.nodes().stream()
                    .filter(node -> node.plan() == place)
                    .findFirst()
                    .orElseThrow();
        }

        public List<FieldPlan> fields() {
            return subject().fields();
        }

        public List<LinkPlan> links() {
            return plan.links();
        }
    }

    /**
     * The form of an input; an {@code id} in it names the node that it is about, and without one it is a new node's.
     *
     * @throws MappingRefused naming the fields that may not be taken away; none when a new node's key cannot be built
     */
    public static Form of(NodeType type, Map<String, @Nullable Object> input, Vocabulary vocabulary) {
        return new FormPlan(type, vocabulary).form(input);
    }

    private Form form(Map<String, @Nullable Object> input) {
        if (input.get(Edits.ID) instanceof String id) {
            column(Edits.ID, id);
            fields.add(field(Edits.ID, new ColumnSource(Edits.ID), false));
        }
        for (MapField field : Edits.fields(type, vocabulary.map())) {
            if (input.containsKey(field.name())) {
                Object given = input.get(field.name());
                Object value = given instanceof String text && text.isBlank() ? null : given;
                if (value == null && !input.containsKey(Edits.ID)) {
                    continue;
                }
                if (field instanceof PropertyField property) {
                    property(property, value);
                } else {
                    relation((RelationField) field, value);
                }
            }
        }
        Map<String, NodeMapping> all = new LinkedHashMap<>();
        all.put(SUBJECT, node(SUBJECT, type, false, fields, links));
        all.putAll(nodes);
        FileFormat format = new FileFormat(null, ',', ZoneOffset.UTC, Set.of(), null, Layout.MAPPING);
        Mapping mapping = new Mapping("", format, Map.of(), Map.of(), List.of(), all);
        ImportPlan plan = new MappingCheck(mapping, vocabulary, problems).check();
        problems.refuseIfAny();
        return new Form(plan, List.copyOf(cells.keySet()), List.copyOf(cells.values()), unlinked);
    }

    private void property(PropertyField property, @Nullable Object value) {
        Source source = new ColumnSource(property.name());
        if (property.type().equals("GeoPoint")) {
            Map<?, ?> point = value instanceof Map<?, ?> given ? given : Map.of();
            List<String> columns = List.of("latitude", "longitude");
            columns.forEach(column -> column(column, text("Float", point.get(column))));
            source = new PointSource(columns);
        } else {
            column(property.name(), text(property.codeList() == null ? property.type() : "String", value));
        }
        fields.add(field(property.name(), source, value == null));
    }

    private void relation(RelationField relation, @Nullable Object value) {
        if (value == null) {
            unlinked.add(relation);
            return;
        }
        String id = value.toString();
        NodeType named = NodeId.isWellFormed(id) ? vocabulary.map().ofKind(NodeId.kindOf(id)) : null;
        List<NodeType> fitting = vocabulary.map().concrete(relation.target());
        // An id of no fitting kind is refused by the reader as what it is, an id of something else.
        NodeType target = named != null && fitting.contains(named) ? named : fitting.get(0);
        column(relation.name(), id);
        links.add(new LinkMapping(relation.name(), relation.name(), List.of(), at(relation.name())));
        nodes.put(
                relation.name(),
                node(
                        relation.name(),
                        target,
                        true,
                        List.of(field(Edits.ID, new ColumnSource(relation.name()), false)),
                        List.of()));
    }

    private void column(String name, String cell) {
        cells.put(name, cell);
    }

    /** A coerced value as a cell would have it. */
    private static String text(String type, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        return ScalarForm.of(type).wire(value).toString();
    }

    private static NodeMapping node(
            String name, NodeType type, boolean lookup, List<FieldMapping> fields, List<LinkMapping> links) {
        return new NodeMapping(name, type.name(), lookup, List.of(), fields, links, NOWHERE, NOWHERE);
    }

    private static FieldMapping field(String name, Source source, boolean clear) {
        ValueMapping value = new ValueMapping(
                source, Map.of(), null, null, null, null, null, List.of(), null, null, null, null, null, clear,
                at(name));
        return new FieldMapping(name, value, at(name));
    }

    private static Place at(String field) {
        return new Place(0, field);
    }
}
