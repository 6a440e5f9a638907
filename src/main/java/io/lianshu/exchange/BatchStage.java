package io.lianshu.exchange;

import io.lianshu.exchange.BatchContents.LinkWish;
import io.lianshu.exchange.BatchContents.NodeWish;
import io.lianshu.exchange.ImportGraph.Batch;
import io.lianshu.exchange.ImportGraph.Ends;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowFault;
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
final class BatchStage {

    private final ImportPlan plan;
    private final Memory memory;
    private final Stamp stamp;
    private final boolean dryRun;
    private final Batch batch;
    private final Map<NodeType, Map<String, Map<String, Object>>> existing = new HashMap<>();
    private final Map<NodeType, Set<String>> asked = new HashMap<>();
    private final IdentityHashMap<RowDraft, RowFault> rejected = new IdentityHashMap<>();
    private final Set<String> fresh = new HashSet<>();
    private final List<Runnable> memories = new ArrayList<>();

    BatchStage(ImportPlan plan, Memory memory, Stamp stamp, boolean dryRun, Batch batch) {
        this.plan = plan;
        this.memory = memory;
        this.stamp = stamp;
        this.dryRun = dryRun;
        this.batch = batch;
    }

    IdentityHashMap<RowDraft, RowFault> rejected() {
        return rejected;
    }

    /** Takes over what was written into the run's memory; to be called after the commit. */
    void remember() {
        memories.forEach(Runnable::run);
    }

    void write(List<RowDraft> rows) {
        BatchContents contents = sound(rows);
        ZonedDateTime now = stamp.now();
        for (NodeType type : plan.types()) {
            write(type, contents.nodes(type).values(), now);
        }
        for (RelationKind kind : plan.relations()) {
            write(kind, contents.links(kind));
        }
    }

    /** The contents of those rows that can be written; the others are rejected, which may make further ones bad. */
    private BatchContents sound(List<RowDraft> rows) {
        Collection<RowDraft> remaining = rows;
        while (true) {
            BatchContents contents = new BatchContents(plan, memory, remaining);
            plan.types().forEach(type -> load(type, contents.nodes(type).keySet()));
            IdentityHashMap<RowDraft, RowFault> bad = new BatchFaults(plan, this::exists).find(contents);
            if (bad.isEmpty()) {
                return contents;
            }
            rejected.putAll(bad);
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

    private void write(NodeType type, Collection<NodeWish> wishes, ZonedDateTime now) {
        List<Map<String, @Nullable Object>> created = new ArrayList<>();
        List<Map<String, @Nullable Object>> updated = new ArrayList<>();
        for (NodeWish wish : wishes) {
            Map<String, Object> stored = existing.getOrDefault(type, Map.of()).get(wish.id);
            byte state = Written.UNCHANGED;
            if (!exists(type, wish.id)) {
                created.add(whole(wish, now));
                fresh.add(wish.id);
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
        if (!dryRun && !created.isEmpty()) {
            batch.createNodes(type.label(), created);
        }
        if (!dryRun && !updated.isEmpty()) {
            batch.updateNodes(type.label(), updated);
        }
    }

    private Map<String, @Nullable Object> whole(NodeWish wish, ZonedDateTime now) {
        Map<String, @Nullable Object> whole = new HashMap<>(wish.values);
        whole.put("id", wish.id);
        whole.put("createdAt", now);
        whole.put("updatedAt", now);
        whole.put("source", source(wish));
        return whole;
    }

    private String source(NodeWish wish) {
        return stamp.source(wish.rows.get(wish.rows.size() - 1).file());
    }

    private void write(RelationKind kind, Collection<LinkWish> wishes) {
        Map<Ends, LinkWish> old = new LinkedHashMap<>();
        List<LinkWish> created = new ArrayList<>();
        for (LinkWish wish : wishes) {
            if (fresh.contains(wish.from()) || fresh.contains(wish.to())) {
                created.add(wish);
            } else {
                old.put(wish.ends(), wish);
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
            send(kind, created, updated);
        }
    }

    private void send(RelationKind kind, List<LinkWish> created, List<Map<String, @Nullable Object>> updated) {
        if (!created.isEmpty()) {
            if (!kind.fromRivals().isEmpty()) {
                remove(kind, true, created);
            }
            if (!kind.toRivals().isEmpty()) {
                remove(kind, false, created);
            }
            batch.createRelations(kind, created.stream().map(BatchStage::row).toList());
        }
        if (!updated.isEmpty()) {
            batch.updateRelations(kind, updated);
        }
    }

    private void remove(RelationKind kind, boolean atStart, List<LinkWish> created) {
        List<Map<String, @Nullable Object>> rows = created.stream()
                .filter(wish -> !fresh.contains(atStart ? wish.from() : wish.to()))
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
