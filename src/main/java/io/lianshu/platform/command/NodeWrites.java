package io.lianshu.platform.command;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.write.WriteStatements;
import io.lianshu.platform.write.WriteStatements.Leg;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;

/** What one command writes: new nodes with their relations, and changes of known ones; it gathers what changed. */
@OwnsItsThread
public class NodeWrites {

    private final CommandCall call;
    private final Transaction transaction;
    private final Set<String> amounts;
    private final List<NodeChange> changes = new ArrayList<>();

    /** @param amounts properties that are amounts in fen, so that the record of what changed has them in yuan */
    public NodeWrites(CommandCall call, Transaction transaction, Set<String> amounts) {
        this.call = call;
        this.transaction = transaction;
        this.amounts = Set.copyOf(amounts);
    }

    /** A relation of a new node to a known one. */
    public record Link(String type, boolean outgoing, String label, String id, Map<String, Object> values) {

        public static Link to(String type, String label, String id) {
            return new Link(type, true, label, id, Map.of());
        }

        public static Link from(String type, String label, String id) {
            return new Link(type, false, label, id, Map.of());
        }
    }

    /** What was changed so far. */
    public final List<NodeChange> changes() {
        return List.copyOf(changes);
    }

    /** Whether a node of a label is there. */
    public final boolean knows(String label, @Nullable String id) {
        return id != null
                && transaction
                        .run(WriteStatements.readNodes(label), Map.of("ids", List.of(id)))
                        .hasNext();
    }

    /** Properties of a node; empty when it is not there. */
    public final Map<String, Object> read(String label, String id) {
        return transaction.run(WriteStatements.readNodes(label), Map.of("ids", List.of(id))).list().stream()
                .findFirst()
                .map(row -> row.get("values").asMap())
                .orElse(Map.of());
    }

    /** The same, which nobody else changes until the transaction is over. */
    public final Map<String, Object> lock(String label, String id) {
        transaction
                .run(
                        WriteStatements.updateNodes(label),
                        Map.of("rows", List.of(Map.of("id", id, "values", Map.of("moving", true)))))
                .consume();
        Map<String, Object> stored = new HashMap<>(read(label, id));
        stored.remove("moving");
        if (!stored.isEmpty()) {
            Map<String, @Nullable Object> still = new HashMap<>();
            still.put("moving", null);
            transaction
                    .run(WriteStatements.updateNodes(label), Map.of("rows", List.of(Map.of("id", id, "values", still))))
                    .consume();
        }
        return stored;
    }

    /** The id of a node at the other end of a relation; empty when there is none. */
    public final Optional<String> other(String label, String id, String type, boolean outgoing, String otherLabel) {
        return transaction
                .run(WriteStatements.readOthers(label, type, outgoing, List.of(otherLabel)), Map.of("id", id))
                .list()
                .stream()
                .findFirst()
                .map(row -> row.get("id").asString());
    }

    /** Makes a node; values that are null are left out. */
    public final void create(String label, String id, Map<String, @Nullable Object> given, List<Link> links) {
        Map<String, @Nullable Object> values = new HashMap<>(given);
        values.put("id", id);
        values.put("createdAt", call.now());
        values.put("updatedAt", call.now());
        values.put("source", call.mutation());
        values.values().removeIf(Objects::isNull);
        Map<String, Object> row = new HashMap<>(Map.of("values", values));
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            legs.add(new Leg(
                    link.type(), link.outgoing(), link.label(), !link.values().isEmpty()));
            row.put("e" + i, link.id());
            row.put("r" + i, link.values());
        }
        transaction
                .run(WriteStatements.createLinkedNodes(label, legs), Map.of("rows", List.of(row)))
                .consume();
        changes.add(new NodeChange(label, id, fields(Map.of(), given)));
    }

    /** Changes a node; null takes a property away. */
    public final void update(String label, Map<String, Object> stored, Map<String, @Nullable Object> given) {
        String id = String.valueOf(stored.get("id"));
        Map<String, @Nullable Object> values = new HashMap<>(given);
        values.put(NodeVersion.PROPERTY, NodeVersion.next(call.now(), stored));
        transaction
                .run(WriteStatements.updateNodes(label), Map.of("rows", List.of(Map.of("id", id, "values", values))))
                .consume();
        changes.add(new NodeChange(label, id, fields(stored, given)));
    }

    /** Links two known nodes. */
    public final void link(String fromLabel, String from, String type, String toLabel, String to) {
        link(fromLabel, from, type, toLabel, to, Map.of());
    }

    /** The same with properties. */
    public final void link(
            String fromLabel, String from, String type, String toLabel, String to, Map<String, Object> values) {
        Map<String, Object> row = Map.of("from", from, "to", to, "values", values);
        transaction
                .run(WriteStatements.createRelations(fromLabel, type, toLabel), Map.of("rows", List.of(row)))
                .consume();
    }

    private List<NodeChange.Field> fields(Map<String, Object> before, Map<String, @Nullable Object> after) {
        List<NodeChange.Field> fields = new ArrayList<>();
        new LinkedHashMap<>(after).forEach((name, value) -> {
            String old = text(name, before.get(name));
            String fresh = text(name, value);
            if (!Objects.equals(old, fresh)) {
                fields.add(new NodeChange.Field(name, old, fresh));
            }
        });
        return fields;
    }

    private @Nullable String text(String name, @Nullable Object value) {
        if (value instanceof Long fen && amounts.contains(name)) {
            return BigDecimal.valueOf(fen, 2).toPlainString();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toOffsetDateTime().toString();
        }
        return value == null ? null : value.toString();
    }
}
