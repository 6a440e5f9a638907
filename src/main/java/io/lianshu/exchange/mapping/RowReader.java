package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPart;
import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.ImportPlan.KeyPart;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePart;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.exchange.mapping.RowDraft.LinkDraft;
import io.lianshu.exchange.mapping.RowDraft.NodeDraft;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.secret.Sealer;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Turns rows of one file into drafts; not for several threads. */
public final class RowReader {

    private final ImportPlan plan;
    private final Counters counters;
    private final Columns columns;
    private final Sealer sealer;
    private final WholeRow says;
    private final List<CellReader[]> fields;
    private final List<CellReader[]> linkFields;
    private final @Nullable CellReader[] ids;

    RowReader(ImportPlan plan, Columns columns, Counters counters) {
        this.plan = plan;
        this.columns = columns;
        this.counters = counters;
        this.sealer = plan.vocabulary().sealer();
        this.says = new WholeRow(plan);
        this.fields = plan.nodes().stream().map(node -> readers(node.fields())).toList();
        this.linkFields =
                plan.links().stream().map(link -> readers(link.properties())).toList();
        this.ids = new CellReader[plan.nodes().size()];
        for (NodePlan node : plan.nodes()) {
            if (node.id() != null && node.type().fields().get("id") instanceof PropertyField id) {
                FieldForm form =
                        new FieldForm(id, plan.vocabulary(), plan.file().layout());
                FieldPlan field = new FieldPlan(id, node.id(), form);
                ids[node.index()] = new CellReader(field, plan.file(), columns.places(), columns.units());
            }
        }
    }

    private CellReader[] readers(List<FieldPlan> plans) {
        return plans.stream()
                .map(field -> new CellReader(field, plan.file(), columns.places(), columns.units()))
                .toArray(CellReader[]::new);
    }

    /**
     * Reads one row.
     *
     * @param given cells as many as the header has
     * @param faults receives what is wrong
     * @return the draft; null when the row is not wanted or something is wrong with it
     */
    public @Nullable RowDraft read(int file, long line, String[] given, List<RowFault> faults) {
        String[] cells = columns.counted(given, counters);
        if (!columns.wants(plan.rows(), cells)) {
            return null;
        }
        if (columns.hasStray(cells)) {
            faults.add(RowFault.ofRow(WholeRow.STRAY));
            return null;
        }
        @Nullable NodeDraft[] drafts = new NodeDraft[plan.nodes().size()];
        for (NodePlan node : plan.nodes()) {
            if (columns.wants(node.when(), cells)) {
                drafts[node.index()] = node(node, cells, drafts, faults);
            }
        }
        if (!faults.isEmpty()) {
            return null;
        }
        List<LinkDraft> links = new ArrayList<>(plan.links().size());
        for (LinkPlan link : plan.links()) {
            NodeDraft from = drafts[link.from()];
            NodeDraft to = drafts[link.to()];
            if (from != null && to != null) {
                String target = plan.nodes().get(link.owner()).name();
                Map<String, @Nullable Object> values =
                        values(target, link.properties(), linkFields.get(link.index()), null, -1, cells, faults);
                links.add(new LinkDraft(link.index(), from.id(), to.id(), values));
            }
        }
        List<NodeDraft> nodes = new ArrayList<>(drafts.length);
        for (NodeDraft draft : drafts) {
            if (draft != null) {
                nodes.add(draft);
            }
        }
        if (plan.isTemplate() && links.isEmpty() && nodes.stream().allMatch(this::isFound)) {
            faults.add(says.nothing());
        }
        return faults.isEmpty() ? new RowDraft(file, line, nodes, links) : null;
    }

    private boolean isFound(NodeDraft draft) {
        return plan.nodes().get(draft.plan()).lookup();
    }

    private @Nullable NodeDraft node(
            NodePlan node, String[] cells, @Nullable NodeDraft[] before, List<RowFault> faults) {
        int faultsBefore = faults.size();
        CellReader[] readers = fields.get(node.index());
        int named = plan.isTemplate() ? byId(node, readers, cells) : -1;
        @Nullable String[] keys = new String[readers.length];
        Map<String, @Nullable Object> values = values(node.name(), node.fields(), readers, keys, named, cells, faults);
        if (faults.size() > faultsBefore) {
            return null;
        }
        CellReader given = ids[node.index()];
        String id = named >= 0
                ? readers[named].alone(cells)
                : given == null ? keyed(node, keys, before) : given(node, given, cells, faults);
        if (id == null && isLeftOut(node, values)) {
            return null;
        }
        if (id == null) {
            if (given == null && (faults.isEmpty() || !needsAnother(node, before))) {
                faults.add(says.keyMissing(node));
            }
            return null;
        }
        if (node.lookup()) {
            values.clear();
        }
        return new NodeDraft(node.index(), id, values, node.lookup() ? said(node, readers, cells, before) : "");
    }

    /** What a template makes besides the thing that its rows are about may be missing from a row. */
    private boolean isLeftOut(NodePlan node, Map<String, @Nullable Object> values) {
        return plan.isTemplate() && values.isEmpty() && !node.lookup() && node.index() != plan.root();
    }

    /** How the row names a node: its cells, or those of the nodes that its key rests on. */
    private static String said(NodePlan node, CellReader[] readers, String[] cells, @Nullable NodeDraft[] before) {
        if (readers.length == 1) {
            return readers[0].said(cells);
        }
        StringJoiner said = new StringJoiner(" ");
        for (CellReader reader : readers) {
            said.add(reader.said(cells));
        }
        for (KeyPart part :
                node.keys().isEmpty() ? List.<KeyPart>of() : node.keys().get(0)) {
            NodeDraft other = part instanceof NodePart of ? before[of.node()] : null;
            if (other != null) {
                said.add(other.said());
            }
        }
        return said.toString();
    }

    /**
     * In a template the id may stand in place of a part of the key; an export writes it where the key is sealed. Gives
     * that part's place, or -1.
     */
    private static int byId(NodePlan node, CellReader[] readers, String[] cells) {
        for (List<KeyPart> alternative : node.keys()) {
            for (KeyPart part : alternative) {
                if (part instanceof FieldPart field && isIdOf(node, readers[field.field()].alone(cells))) {
                    return field.field();
                }
            }
        }
        return -1;
    }

    private static boolean isIdOf(NodePlan node, String text) {
        String kind = node.type().kind();
        return text.startsWith(kind)
                && text.length() > kind.length()
                && text.charAt(kind.length()) == '_'
                && NodeId.isWellFormed(text);
    }

    /**
     * @param keys receives each field's value as a part of a key, when wanted
     * @param named field in whose cell the node's id stands, or -1
     */
    private Map<String, @Nullable Object> values(
            String node,
            List<FieldPlan> plans,
            CellReader[] readers,
            @Nullable String @Nullable [] keys,
            int named,
            String[] cells,
            List<RowFault> faults) {
        Map<String, @Nullable Object> values = new HashMap<>(readers.length * 2);
        for (int i = 0; i < readers.length; i++) {
            if (i == named) {
                continue;
            }
            PropertyField field = plans.get(i).field();
            CellReader reader = readers[i];
            try {
                Object value = reader.read(cells);
                if (value != null) {
                    String key = put(values, field, value);
                    if (keys != null) {
                        keys[i] = key;
                    }
                } else if (reader.clears()) {
                    plans.get(i).properties().forEach(property -> values.put(property, null));
                }
            } catch (BadCell e) {
                faults.add(new RowFault(node, field.name(), reader.columnNames(), reader.said(cells), e.fault()));
            }
        }
        return values;
    }

    /** Puts a value under its property, or sealed under its two; returns it as a part of a key. */
    private String put(Map<String, @Nullable Object> values, PropertyField field, Object value) {
        if (field.secrecy().sealed()) {
            String hash = sealer.hash(value.toString());
            values.put(field.property() + "Hash", hash);
            values.put(field.property() + "Enc", sealer.seal(value.toString()));
            return hash;
        }
        values.put(field.property(), value);
        return value instanceof ZonedDateTime time ? time.toInstant().toString() : value.toString();
    }

    /** The id from the first alternative of the key whose parts are all there. */
    private static @Nullable String keyed(NodePlan node, @Nullable String[] keys, @Nullable NodeDraft[] before) {
        for (List<KeyPart> alternative : node.keys()) {
            String[] parts = new String[alternative.size()];
            boolean whole = true;
            for (int i = 0; i < parts.length && whole; i++) {
                String part = part(alternative.get(i), keys, before);
                whole = part != null;
                parts[i] = String.valueOf(part);
            }
            if (whole) {
                return NodeId.of(node.type().kind(), Arrays.asList(parts));
            }
        }
        return null;
    }

    /** Whether a key lacks a node of the row, whose own fault says enough. */
    private static boolean needsAnother(NodePlan node, @Nullable NodeDraft[] before) {
        return node.keys().stream()
                .flatMap(List::stream)
                .anyMatch(part -> part instanceof NodePart other && before[other.node()] == null);
    }

    private static @Nullable String part(KeyPart part, @Nullable String[] keys, @Nullable NodeDraft[] before) {
        if (part instanceof FieldPart field) {
            return keys[field.field()];
        }
        NodeDraft other = before[((NodePart) part).node()];
        return other == null ? null : other.id();
    }

    private static @Nullable String given(NodePlan node, CellReader reader, String[] cells, List<RowFault> faults) {
        Fault fault = new Fault(
                "BAD_ID",
                "不是 " + node.type().name() + " 的编号",
                "is not an id of a " + node.type().name(),
                "应如 " + node.type().kind() + "_ 加 26 个字符",
                "must be " + node.type().kind() + "_ and 26 characters");
        try {
            Object id = reader.read(cells);
            if (id != null
                    && NodeId.isWellFormed(id.toString())
                    && NodeId.kindOf(id.toString()).equals(node.type().kind())) {
                return id.toString();
            }
        } catch (BadCell e) {
            fault = e.fault();
        }
        faults.add(new RowFault(node.name(), "id", reader.columnNames(), reader.said(cells), fault));
        return null;
    }
}
