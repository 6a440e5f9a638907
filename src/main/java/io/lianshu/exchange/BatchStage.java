package io.lianshu.exchange;

import io.lianshu.exchange.BatchContents.LinkWish;
import io.lianshu.exchange.BatchContents.NodeWish;
import io.lianshu.exchange.ImportGraph.Batch;
import io.lianshu.exchange.mapping.FirstIds;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowFault;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.map.MapType.NodeType;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One attempt to write a batch inside one transaction; nothing outlives it unless {@link #remember()} is called. */
@OwnsItsThread
final class BatchStage {

    private final ImportPlan plan;
    private final Memory memory;
    private final Stamp stamp;
    private final boolean dryRun;
    private final Batch batch;
    private final Map<NodeType, Map<String, Map<String, Object>>> existing = new HashMap<>();
    private final Map<NodeType, Set<String>> asked = new HashMap<>();
    private final IdentityHashMap<RowDraft, RowFault> rejected = new IdentityHashMap<>();
    private final FreshNodes fresh;
    private final List<Runnable> memories = new ArrayList<>();
    private final MergedNodes merged;
    private final FirstIds firstIds;
    private final HeldFields held;

    BatchStage(ImportPlan plan, Memory memory, Stamp stamp, boolean dryRun, Batch batch) {
        this.plan = plan;
        this.memory = memory;
        this.stamp = stamp;
        this.dryRun = dryRun;
        this.batch = batch;
        this.fresh = new FreshNodes(plan);
        this.merged = new MergedNodes(plan, batch);
        this.firstIds = plan.firstIds();
        this.held = new HeldFields(plan, batch, existing);
    }

    IdentityHashMap<RowDraft, RowFault> rejected() {
        return rejected;
    }

    /** Takes over what was written into the run's memory; to be called after the commit. */
    void remember() {
        memories.forEach(Runnable::run);
    }

    void write(List<RowDraft> rows) {
        BatchContents contents = sound(merged.standing(rows));
        ZonedDateTime now = stamp.now();
        Map<NodeType, List<Map<String, @Nullable Object>>> updates = new HashMap<>();
        for (NodeType type : plan.types()) {
            updates.put(type, changed(type, contents.nodes(type).values(), now));
        }
        Map<RelationKind, List<Map<String, @Nullable Object>>> left = new LinkedHashMap<>();
        for (RelationKind kind : plan.relations()) {
            Collection<LinkWish> wishes = contents.links(kind);
            left.put(kind, linked(kind, stamp.uploaded() ? held.free(kind, wishes) : wishes));
        }
        if (dryRun) {
            return;
        }
        for (NodeType type : plan.types()) {
            fresh.send(type, batch);
            List<Map<String, @Nullable Object>> changed = updates.getOrDefault(type, List.of());
            if (!changed.isEmpty()) {
                batch.updateNodes(type.label(), changed);
            }
        }
        left.forEach((kind, wishes) -> {
            if (!wishes.isEmpty()) {
                batch.createRelations(kind, wishes);
            }
        });
    }

    /** The contents of those rows that can be written; the others are rejected, which may make further ones bad. */
    private BatchContents sound(List<RowDraft> rows) {
        Collection<RowDraft> remaining = rows;
        while (true) {
            BatchContents contents = new BatchContents(plan, memory, remaining);
            plan.types().forEach(type -> load(type, contents.nodes(type).keySet()));
            IdentityHashMap<RowDraft, RowFault> bad = new BatchFaults(plan, this::exists).find(contents);
            if (stamp.uploaded()) {
                bad.putAll(held.find(contents));
            }
            if (bad.isEmpty()) {
                return contents;
            }
            bad.forEach((row, fault) -> rejected.put(merged.asRead(row), fault));
            remaining = remaining.stream().filter(row -> !bad.containsKey(row)).toList();
        }
    }

    private void load(NodeType type, Set<String> ids) {
        Set<String> known = asked.computeIfAbsent(type, unused -> new HashSet<>());
        List<String> unknown = ids.stream().filter(known::add).toList();
        if (!unknown.isEmpty()) {
            existing.computeIfAbsent(type, unused -> new HashMap<>()).putAll(batch.nodes(type.label(), unknown));
        }
    }

    private boolean exists(NodeType type, String id) {
        return existing.getOrDefault(type, Map.of()).containsKey(id) || (dryRun && memory.has(type, id));
    }

    /** Changes of the nodes that exist; the others are held as new. */
    private List<Map<String, @Nullable Object>> changed(NodeType type, Collection<NodeWish> wishes, ZonedDateTime now) {
        List<Map<String, @Nullable Object>> updated = new ArrayList<>();
        for (NodeWish wish : wishes) {
            Map<String, Object> stored = existing.getOrDefault(type, Map.of()).get(wish.id);
            byte state = Written.UNCHANGED;
            if (!exists(type, wish.id)) {
                fresh.add(type, wish.id, whole(type, wish, now));
                state = Written.CREATED;
            } else if (stored != null) {
                Map<String, @Nullable Object> changes = Changes.between(stored, wish.values);
                if (!changes.isEmpty()) {
                    changes.put("updatedAt", now);
                    changes.put("source", source(wish));
                    updated.add(row("id", wish.id, "values", changes));
                    state = Written.UPDATED;
                }
            }
            byte known = state;
            memories.add(() -> memory.record(type, wish, known));
        }
        return updated;
    }

    private Map<String, @Nullable Object> whole(NodeType type, NodeWish wish, ZonedDateTime now) {
        Map<String, @Nullable Object> whole = new HashMap<>(wish.values);
        whole.putAll(firstIds.of(type, wish.id, wish.rows.get(0)));
        whole.put("id", wish.id);
        whole.put("createdAt", now);
        whole.put("updatedAt", now);
        whole.put("source", source(wish));
        return whole;
    }

    private String source(NodeWish wish) {
        return stamp.source(wish.rows.get(wish.rows.size() - 1).file());
    }

    /** Relations still to be made once all nodes are there; changes of those that exist are written at once. */
    private List<Map<String, @Nullable Object>> linked(RelationKind kind, Collection<LinkWish> wishes) {
        Map<Ends, LinkWish> old = new LinkedHashMap<>();
        List<LinkWish> created = new ArrayList<>();
        List<Map<String, @Nullable Object>> left = new ArrayList<>();
        for (LinkWish wish : wishes) {
            if (!fresh.has(wish.from()) && !fresh.has(wish.to())) {
                old.put(wish.ends(), wish);
                continue;
            }
            created.add(wish);
            if (!fresh.attach(kind, wish)) {
                left.add(row(wish));
            }
        }
        List<Map<String, @Nullable Object>> updated = new ArrayList<>();
        if (!old.isEmpty()) {
            Map<Ends, Map<String, Object>> stored = batch.relations(
                    kind, old.values().stream().map(BatchStage::row).toList());
            old.forEach((ends, wish) -> {
                Map<String, Object> values = stored.get(ends);
                if (values == null) {
                    created.add(wish);
                    left.add(row(wish));
                    return;
                }
                boolean same = Changes.between(values, wish.values()).isEmpty();
                if (!same) {
                    updated.add(row(wish));
                }
                memories.add(() -> memory.record(kind, wish, same ? Written.UNCHANGED : Written.UPDATED));
            });
        }
        created.forEach(wish -> memories.add(() ->
                memory.record(kind, wish, dryRun && memory.has(kind, wish) ? Written.UNCHANGED : Written.CREATED)));
        if (!dryRun) {
            if (!kind.fromRivals().isEmpty()) {
                remove(kind, true, created);
            }
            if (!kind.toRivals().isEmpty()) {
                remove(kind, false, created);
            }
            if (!updated.isEmpty()) {
                batch.updateRelations(kind, updated);
            }
        }
        return left;
    }

    private void remove(RelationKind kind, boolean atStart, List<LinkWish> created) {
        List<Map<String, @Nullable Object>> rows = created.stream()
                .filter(wish -> !fresh.has(atStart ? wish.from() : wish.to()))
                .map(wish ->
                        atStart ? row("id", wish.from(), "keep", wish.to()) : row("id", wish.to(), "keep", wish.from()))
                .toList();
        if (!rows.isEmpty()) {
            batch.removeRivals(kind, atStart, rows);
        }
    }

    private static Map<String, @Nullable Object> row(LinkWish wish) {
        Map<String, @Nullable Object> row = new HashMap<>(8);
        row.put("from", wish.from());
        row.put("to", wish.to());
        row.put("values", wish.values());
        return row;
    }

    private static Map<String, @Nullable Object> row(String one, Object first, String other, Object second) {
        Map<String, @Nullable Object> row = new HashMap<>(4);
        row.put(one, first);
        row.put(other, second);
        return row;
    }
}
