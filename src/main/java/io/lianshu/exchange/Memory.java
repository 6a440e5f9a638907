package io.lianshu.exchange;

import io.lianshu.exchange.BatchContents.LinkWish;
import io.lianshu.exchange.BatchContents.NodeWish;
import io.lianshu.exchange.ImportSummary.Count;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a run has committed, by type. */
final class Memory {

    private final Map<NodeType, Written> nodes = new LinkedHashMap<>();
    private final Map<RelationKind, Written> links = new LinkedHashMap<>();

    Memory(ImportPlan plan) {
        plan.types().forEach(type -> nodes.put(type, new Written()));
        plan.relations().forEach(kind -> links.put(kind, new Written()));
    }

    boolean has(NodeType type, String id) {
        return of(type).has(Fingerprint.of(id));
    }

    /** Whether the node needs no sending: only looked up and there, or last written with these very values. */
    boolean known(NodePlan node, String id, long fingerprint) {
        long key = Fingerprint.of(id);
        return node.lookup() ? of(node.type()).has(key) : of(node.type()).hasSame(key, fingerprint);
    }

    boolean known(RelationKind kind, LinkWish wish) {
        boolean single = kind.fromRivals().isEmpty() || kind.toRivals().isEmpty();
        return single && of(kind).hasSame(key(kind, wish), wish.fingerprint());
    }

    void record(NodeType type, NodeWish wish, byte state) {
        of(type).record(Fingerprint.of(wish.id), wish.fingerprint, state);
    }

    void record(RelationKind kind, LinkWish wish, byte state) {
        of(kind).record(key(kind, wish), wish.fingerprint(), state);
    }

    /** Whether a relation of the run has this key already, whatever its values. */
    boolean has(RelationKind kind, LinkWish wish) {
        return of(kind).has(key(kind, wish));
    }

    void forget() {
        nodes.values().forEach(Written::forget);
        links.values().forEach(Written::forget);
    }

    long fingerprint(String from, String to, Map<String, @Nullable Object> values) {
        return Fingerprint.of(from, to, 0) ^ Fingerprint.of(1, values);
    }

    Map<String, Count> nodeCounts() {
        Map<String, Count> counts = new LinkedHashMap<>();
        nodes.forEach((type, written) -> counts.put(type.name(), written.count()));
        return counts;
    }

    Map<String, Count> relationCounts() {
        Map<String, Count> counts = new LinkedHashMap<>();
        links.forEach((kind, written) -> counts.put(kind.shown(), written.count()));
        return counts;
    }

    private static long key(RelationKind kind, LinkWish wish) {
        Object key = BatchContents.key(kind, wish);
        return key instanceof String id ? Fingerprint.of(id) : Fingerprint.of(wish.from(), wish.to(), 0);
    }

    private Written of(NodeType type) {
        return nodes.computeIfAbsent(type, unused -> new Written());
    }

    private Written of(RelationKind kind) {
        return links.computeIfAbsent(kind, unused -> new Written());
    }
}
