package io.lianshu.exchange;

import io.lianshu.exchange.mapping.Fault;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowDraft.LinkDraft;
import io.lianshu.exchange.mapping.RowDraft.NodeDraft;
import io.lianshu.exchange.mapping.RowFault;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices rows of a run that give one node different values; the later counts, but people should know. For each node
 * it keeps eight bytes a field: half a hash and the line that gave it last.
 */
final class Repeats {

    private static final long LINE = 0xffffffffL;

    private final ImportPlan plan;
    private final List<? extends RowSource> sources;
    private final Map<NodeType, Seen> seen = new HashMap<>();

    /** What came of one type: a block of cells for each node, a cell for each field. */
    private static final class Seen {
        final LongIndex index = new LongIndex();
        final Map<String, Integer> places = new HashMap<>();
        long[] cells = new long[0];
        short[] files = new short[1024];
    }

    Repeats(ImportPlan plan, List<? extends RowSource> sources) {
        this.plan = plan;
        this.sources = sources;
        for (NodePlan node : plan.nodes()) {
            Seen type = seen.computeIfAbsent(node.type(), unused -> new Seen());
            node.fields().forEach(field -> type.places.putIfAbsent(property(field), type.places.size()));
        }
        for (LinkPlan link : plan.links()) {
            if (isSingle(link)) {
                Seen type = seen.computeIfAbsent(plan.nodes().get(link.owner()).type(), unused -> new Seen());
                type.places.putIfAbsent(link.field().name(), type.places.size());
            }
        }
        seen.values().forEach(type -> type.cells = new long[1024 * Math.max(1, type.places.size())]);
    }

    /** Takes a good row in; warnings go to the consumer. */
    void see(RowDraft row, Consumer<RowFault> warnings) {
        for (NodeDraft draft : row.nodes()) {
            NodePlan node = plan.nodes().get(draft.plan());
            if (!node.lookup()) {
                int slot = slot(node.type(), draft.id(), row);
                for (FieldPlan field : node.fields()) {
                    String property = property(field);
                    if (draft.values().containsKey(property)) {
                        Object value = draft.values().get(property);
                        see(row, node, slot, property, field, value, warnings);
                    }
                }
                of(node.type()).files[slot] = (short) row.file();
            }
        }
        for (LinkDraft draft : row.links()) {
            LinkPlan link = plan.links().get(draft.plan());
            NodePlan owner = plan.nodes().get(link.owner());
            if (isSingle(link) && !owner.lookup()) {
                boolean outgoing = link.field().outgoing();
                int slot = slot(owner.type(), outgoing ? draft.from() : draft.to(), row);
                see(row, owner, slot, link.field().name(), null, outgoing ? draft.to() : draft.from(), warnings);
            }
        }
    }

    private int slot(NodeType type, String id, RowDraft row) {
        Seen known = of(type);
        int before = known.index.size();
        int slot = known.index.add(Fingerprint.of(id));
        if (slot >= known.files.length) {
            known.files = Arrays.copyOf(known.files, known.files.length * 2);
            known.cells = Arrays.copyOf(known.cells, known.cells.length * 2);
        }
        if (slot == before) {
            known.files[slot] = (short) row.file();
        }
        return slot;
    }

    private void see(
            RowDraft row,
            NodePlan node,
            int slot,
            String name,
            @Nullable FieldPlan field,
            @Nullable Object value,
            Consumer<RowFault> warnings) {
        Seen known = of(node.type());
        int cell = slot * known.places.size() + known.places.getOrDefault(name, 0);
        long hash = Fingerprint.of(String.valueOf(value)) & ~LINE;
        long before = known.cells[cell];
        if (before != 0 && (before & ~LINE) != hash) {
            warnings.accept(warning(row, node, name, field, value, known.files[slot], before & LINE));
        }
        known.cells[cell] = hash | (row.line() & LINE);
    }

    private RowFault warning(
            RowDraft row,
            NodePlan node,
            String name,
            @Nullable FieldPlan field,
            @Nullable Object value,
            int file,
            long line) {
        RowSource before = sources.get(file);
        String where = row.file() == file ? "" : before.name() + " ";
        String place = before.place(line);
        String here = sources.get(row.file()).place(row.line());
        Fault fault = new Fault(
                "REPEATED_DIFFERENTLY",
                "与%s第 %s 行给出的值不同，以本行（第 %s 行）为准".formatted(where, place, here),
                "differs from what %sline %s gave; this line %s counts".formatted(where, place, here),
                plan.isTemplate() ? "若确是不同对象，更正其编号" : "若确是不同对象，在映射中用 counters 给重复行编号",
                plan.isTemplate()
                        ? "if they are different things, correct what they are numbered by"
                        : "if they are different things, number repeated rows by counters in the mapping");
        String shown = field == null || value == null ? "" : field.shown(value.toString());
        String column = field == null ? "" : String.join(" ", field.columns());
        return new RowFault(node.name(), field == null ? name : field.field().name(), column, shown, fault);
    }

    private Seen of(NodeType type) {
        return seen.computeIfAbsent(type, unused -> new Seen());
    }

    private static boolean isSingle(LinkPlan link) {
        return link.field().plurality() == Plurality.ONE;
    }

    private static String property(FieldPlan field) {
        return field.properties().get(field.properties().size() - 1);
    }
}
