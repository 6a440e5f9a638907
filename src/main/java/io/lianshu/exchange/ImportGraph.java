package io.lianshu.exchange;

import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.write.WriteStatements;
import io.lianshu.platform.write.WriteStatements.Leg;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.stereotype.Component;

/** The graph as an import sees it: batches in transactions of their own, tried again while the graph is away. */
@OwnsItsThread
@Component
class ImportGraph {

    private static final Pattern UNIQUE = Pattern.compile("label `([^`]+)` and propert(?:y|ies) `([^`]+)`");
    private static final String STANDING = CypherCatalog.statement("exchange", "standing-for-merged");
    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 5_000;

    private final Driver driver;
    private final SessionConfig config;
    private final Duration patience;

    ImportGraph(Driver driver, SessionConfig config, ImportSettings settings) {
        this.driver = driver;
        this.config = config;
        this.patience = settings.patience();
    }

    /**
     * Does the work in one transaction, again from the start after a passing failure.
     *
     * @param keep whether it is committed in the end
     * @throws RowsRefused when the graph refuses what was written
     * @throws ImportStopped when the graph stays away
     */
    <T> T inTransaction(boolean keep, Function<Batch, T> work) {
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE;
        while (true) {
            try (Session session = driver.session(config);
                    Transaction transaction = session.beginTransaction()) {
                T result = work.apply(new Batch(transaction));
                if (keep) {
                    transaction.commit();
                }
                return result;
            } catch (Neo4jException e) {
                if (!isPassing(e)) {
                    throw refused(e);
                }
                if (System.nanoTime() > deadline) {
                    throw away(e);
                }
            }
            pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportStopped("导入被中断", "The import was interrupted");
        }
    }

    private static boolean isPassing(Neo4jException e) {
        return e instanceof RetryableException
                || e instanceof ServiceUnavailableException
                || (e instanceof ClientException
                        && String.valueOf(e.getMessage()).contains("connection from the pool"));
    }

    private static ImportStopped away(Neo4jException e) {
        return new ImportStopped(
                "图数据库无法连接（" + e.code() + "）", "The graph could not be reached for too long (" + e.code() + ")");
    }

    private static RuntimeException refused(Neo4jException e) {
        if (e instanceof AuthenticationException || e.code().startsWith("Neo.ClientError.Security")) {
            return new ImportStopped("图数据库拒绝了用户名或密码", "The graph does not accept our user or password");
        }
        RowsRefused taken = taken(e);
        return taken == null
                ? new RowsRefused("图数据库拒绝写入（" + e.code() + "）", "the graph refuses it (" + e.code() + ")")
                : taken;
    }

    /** Says whose unique property has the value already; null when something else is wrong. */
    static @Nullable RowsRefused taken(Neo4jException e) {
        Matcher unique = UNIQUE.matcher(String.valueOf(e.getMessage()));
        if (e.code().endsWith("ConstraintValidationFailed") && unique.find()) {
            return new RowsRefused(
                    "图中已有另一节点的唯一属性 %s.%s 为此值".formatted(unique.group(1), unique.group(2)),
                    "another node of the graph has this value of the unique property %s.%s"
                            .formatted(unique.group(1), unique.group(2)),
                    unique.group(2));
        }
        return null;
    }

    /** One transaction. Rows of parameters are maps of property values. */
    static final class Batch {

        private final Transaction transaction;

        Batch(Transaction transaction) {
            this.transaction = transaction;
        }

        /** Properties of those nodes that exist, by id. */
        Map<String, Map<String, Object>> nodes(String label, Collection<String> ids) {
            Map<String, Map<String, Object>> found = new HashMap<>();
            transaction
                    .run(WriteStatements.readNodes(label), Map.of("ids", List.copyOf(ids)))
                    .forEachRemaining(record -> found.put(
                            record.get("id").asString(), record.get("values").asMap()));
            return found;
        }

        /** What stands for those that were merged into others, by their ids. */
        Map<String, Standing> standing(Collection<String> ids) {
            Map<String, Standing> found = new HashMap<>();
            transaction
                    .run(STANDING, Map.of("ids", List.copyOf(ids)))
                    .forEachRemaining(record -> found.put(
                            record.get("id").asString(),
                            new Standing(
                                    record.get("standing").asString(),
                                    record.get("values").asMap())));
            return found;
        }

        /**
         * Makes nodes with relations to others.
         *
         * @throws NodeIdentityLost when another is not there
         */
        void createNodes(String label, List<Leg> legs, List<Map<String, @Nullable Object>> rows) {
            int made = transaction
                    .run(WriteStatements.createLinkedNodes(label, legs), Map.of("rows", rows))
                    .consume()
                    .counters()
                    .nodesCreated();
            if (made != rows.size()) {
                throw new NodeIdentityLost();
            }
        }

        /** Ids at the other ends of a node's relations of a kind. */
        List<String> others(RelationKind kind, boolean atStart, String id) {
            return transaction
                    .run(
                            WriteStatements.readOthers(
                                    atStart ? kind.fromLabel() : kind.toLabel(),
                                    kind.type(),
                                    atStart,
                                    atStart ? kind.fromRivals() : kind.toRivals()),
                            Map.of("id", id))
                    .list(record -> record.get("id").asString());
        }

        /** Whether a node satisfies a predicate over {@code this}, {@code $viewer} and {@code $now}. */
        boolean satisfies(String label, String predicate, Map<String, Object> parameters) {
            return transaction
                    .run(WriteStatements.satisfies(label, predicate), parameters)
                    .single()
                    .get("fits")
                    .asBoolean();
        }

        /**
         * Properties of those nodes that exist, by id, read when nobody else can write them any more. They are taken
         * in one order by everybody, so that no two wait for each other.
         */
        Map<String, Map<String, Object>> locked(String label, Collection<String> ids) {
            List<String> sorted = ids.stream().sorted().toList();
            updateNodes(
                    label, sorted.stream().map(id -> row(id, Map.of("id", id))).toList());
            return nodes(label, sorted);
        }

        void updateNode(String label, String id, Map<String, ? extends @Nullable Object> values) {
            updateNodes(label, List.of(row(id, values)));
        }

        private static Map<String, @Nullable Object> row(String id, Map<String, ? extends @Nullable Object> values) {
            Map<String, @Nullable Object> row = new HashMap<>(4);
            row.put("id", id);
            row.put("values", values);
            return row;
        }

        void updateNodes(String label, List<Map<String, @Nullable Object>> rows) {
            run(WriteStatements.updateNodes(label), rows);
        }

        /** Properties of those relations that exist, by both ids. */
        Map<Ends, Map<String, Object>> relations(RelationKind kind, List<Map<String, @Nullable Object>> rows) {
            Map<Ends, Map<String, Object>> found = new HashMap<>();
            transaction
                    .run(
                            WriteStatements.readRelations(kind.fromLabel(), kind.type(), kind.toLabel()),
                            Map.of("rows", rows))
                    .forEachRemaining(record -> found.put(
                            new Ends(
                                    record.get("from").asString(),
                                    record.get("to").asString()),
                            record.get("values").asMap()));
            return found;
        }

        /** @throws NodeIdentityLost when an end is not there */
        void createRelations(RelationKind kind, List<Map<String, @Nullable Object>> rows) {
            int made = transaction
                    .run(
                            WriteStatements.createRelations(kind.fromLabel(), kind.type(), kind.toLabel()),
                            Map.of("rows", rows))
                    .consume()
                    .counters()
                    .relationshipsCreated();
            if (made != rows.size()) {
                throw new NodeIdentityLost();
            }
        }

        void updateRelations(RelationKind kind, List<Map<String, @Nullable Object>> rows) {
            run(WriteStatements.updateRelations(kind.fromLabel(), kind.type(), kind.toLabel()), rows);
        }

        /** Takes away what a node at the start (or the end) has beside the one to keep. */
        void removeRivals(RelationKind kind, boolean atStart, List<Map<String, @Nullable Object>> rows) {
            run(
                    WriteStatements.removeOthers(
                            atStart ? kind.fromLabel() : kind.toLabel(),
                            kind.type(),
                            atStart,
                            atStart ? kind.fromRivals() : kind.toRivals()),
                    rows);
        }

        private void run(String statement, List<Map<String, @Nullable Object>> rows) {
            transaction.run(statement, Map.of("rows", rows)).consume();
        }
    }
}
