package io.lianshu.exchange;

import io.lianshu.exchange.MergeRelations.Single;
import io.lianshu.exchange.MergeRelations.Tie;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.write.WriteStatements;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** How the graph keeps a node that was merged into another. */
@OwnsItsThread
final class MergedGraph {

    private static final String MERGED = "Merged";
    private static final String INTO = "MERGED_INTO";

    /** Relations that stay with the node whose they are: what stands for it, what it was tied to, and its history. */
    private static final List<String> KEPT = List.of(INTO, "WAS", "CHANGED");

    private static final String FIND = CypherCatalog.statement("exchange", "merged");
    private static final String TIES = CypherCatalog.statement("exchange", "relations-to-merge");
    private static final String MOVE = CypherCatalog.statement("exchange", "move-relations");
    private static final String RESTORE = CypherCatalog.statement("exchange", "restore-relations");
    private static final String RELEASE = CypherCatalog.statement("exchange", "release-merged");

    private final Transaction transaction;
    private final List<String> kept;

    /** @param hubs types of relations that lead to what only the hub itself writes; they stay where they are, too */
    MergedGraph(Transaction transaction, Collection<String> hubs) {
        this.transaction = transaction;
        this.kept = Stream.concat(KEPT.stream(), hubs.stream()).toList();
    }

    /**
     * What is kept of a merged node.
     *
     * @param filled properties that it gave to the one that stands for it
     * @param standing the other's id
     * @param last whether no later merge builds on this one
     */
    record Remains(Map<String, Object> values, Set<String> filled, String standing, boolean last) {}

    @Nullable
    Remains find(String duplicate) {
        List<Record> found =
                transaction.run(FIND, Map.of("duplicate", duplicate)).list();
        if (found.isEmpty()) {
            return null;
        }
        Record only = found.get(0);
        return new Remains(
                only.get("values").asMap(),
                Set.copyOf(only.get("filled").asList(Value::asString)),
                only.get("standing").asString(),
                only.get("last").asBoolean());
    }

    /** Takes the duplicate out of its type; from here on {@code id} stands for it. */
    void put(String label, String duplicate, String id, Collection<String> filled) {
        transaction
                .run(WriteStatements.relabel(label, MERGED), Map.of("id", duplicate))
                .consume();
        Map<String, Object> into = Map.of("from", duplicate, "to", id, "values", Map.of("filled", List.copyOf(filled)));
        transaction
                .run(WriteStatements.createRelations(MERGED, INTO, label), Map.of("rows", List.of(into)))
                .consume();
    }

    void moveRelations(String duplicate, List<Single> singles) {
        List<Tie> ties = transaction
                .run(TIES, Map.of("duplicate", duplicate, "kept", kept))
                .list(MergedGraph::tie);
        transaction
                .run(MOVE, Map.of("duplicate", duplicate, "rows", MergeRelations.rows(ties, singles)))
                .consume();
    }

    private static Tie tie(Record found) {
        return new Tie(
                found.get("merged").asBoolean(),
                found.get("relation").asString(),
                found.get("type").asString(),
                found.get("outgoing").asBoolean(),
                found.get("other").asString(),
                found.get("labels").asList(Value::asString),
                found.get("within").asBoolean());
    }

    /** Gives the duplicate its relations and its type back. */
    void restore(String label, String duplicate) {
        Map<String, Object> named = Map.of("duplicate", duplicate);
        transaction.run(RESTORE, named).consume();
        transaction.run(RELEASE, named).consume();
        transaction
                .run(WriteStatements.relabel(MERGED, label), Map.of("id", duplicate))
                .consume();
    }
}
