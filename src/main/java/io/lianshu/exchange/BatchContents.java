package io.lianshu.exchange;

import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.exchange.mapping.RowDraft;
import io.lianshu.exchange.mapping.RowDraft.LinkDraft;
import io.lianshu.exchange.mapping.RowDraft.NodeDraft;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rows of a batch come to: each node and relation once, later rows over earlier ones. */
final class BatchContents {

    private final ImportPlan plan;
    private final Memory memory;
    private final Map<NodeType, Map<String, NodeWish>> nodes = new LinkedHashMap<>();
    private final Map<RelationKind, Map<Object, LinkWish>> links = new LinkedHashMap<>();

    /** A node to be there with these values. */
    static final class NodeWish {

        final String id;
        final Map<String, @Nullable Object> values = new HashMap<>();
        final List<RowDraft> rows = new ArrayList<>(1);
        boolean lookup = true;
        long fingerprint;

        NodeWish(String id) {
            this.id = id;
        }
    }

    /** A relation to be there with these values. */
    record LinkWish(String from, String to, Map<String, @Nullable Object> values, long fingerprint) {

        Ends ends() {
            return new Ends(from, to);
        }
    }

    BatchContents(ImportPlan plan, Memory memory, Collection<RowDraft> rows) {
        this.plan = plan;
        this.memory = memory;
        plan.types().forEach(type -> nodes.put(type, new LinkedHashMap<>()));
        plan.relations().forEach(kind -> links.put(kind, new LinkedHashMap<>()));
        for (RowDraft row : rows) {
            row.nodes().forEach(draft -> add(row, draft));
            row.links().forEach(this::add);
        }
        links.forEach((kind, wishes) -> {
            if (!kind.fromRivals().isEmpty() && !kind.toRivals().isEmpty()) {
                keepLastPerEnd(wishes.values());
            }
        });
    }

    Map<String, NodeWish> nodes(NodeType type) {
        return nodes.getOrDefault(type, Map.of());
    }

    Collection<LinkWish> links(RelationKind kind) {
        return links.getOrDefault(kind, Map.of()).values();
    }

    private void add(RowDraft row, NodeDraft draft) {
        NodePlan node = plan.nodes().get(draft.plan());
        Map<String, NodeWish> wishes = nodes(node.type());
        NodeWish wish = wishes.get(draft.id());
        long fingerprint = Fingerprint.of(node.index(), draft.values());
        if (wish == null) {
            if (memory.known(node, draft.id(), fingerprint)) {
                return;
            }
            wish = new NodeWish(draft.id());
            wishes.put(draft.id(), wish);
        }
        wish.rows.add(row);
        wish.values.putAll(draft.values());
        wish.lookup &= node.lookup();
        wish.fingerprint = fingerprint;
    }

    private void add(LinkDraft draft) {
        RelationKind kind = plan.links().get(draft.plan()).kind();
        LinkWish wish = new LinkWish(
                draft.from(), draft.to(), draft.values(), memory.fingerprint(draft.from(), draft.to(), draft.values()));
        Object key = key(kind, wish);
        Map<Object, LinkWish> wishes = links.getOrDefault(kind, Map.of());
        if (wishes.containsKey(key) || !memory.known(kind, wish)) {
            LinkWish before = wishes.remove(key);
            wishes.put(key, before == null || !before.ends().equals(wish.ends()) ? wish : merged(before, wish));
        }
    }

    private static LinkWish merged(LinkWish before, LinkWish wish) {
        if (wish.values().isEmpty() || before.values().isEmpty()) {
            return before.values().isEmpty() ? wish : before;
        }
        Map<String, @Nullable Object> values = new HashMap<>(before.values());
        values.putAll(wish.values());
        return new LinkWish(wish.from(), wish.to(), values, wish.fingerprint());
    }

    /** By what a relation replaces another. */
    static Object key(RelationKind kind, LinkWish wish) {
        if (!kind.fromRivals().isEmpty()) {
            return wish.from();
        }
        return kind.toRivals().isEmpty() ? wish.ends() : wish.to();
    }

    private static void keepLastPerEnd(Collection<LinkWish> wishes) {
        Map<String, LinkWish> last = new HashMap<>();
        wishes.forEach(wish -> last.put(wish.to(), wish));
        Set<LinkWish> kept = Set.copyOf(last.values());
        wishes.removeIf(wish -> !kept.contains(wish));
    }
}
