package io.lianshu.platform.audit;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;

/**
 * Writes events at the chain's end. The end is locked from then on until the transaction is over, so an event is appended
 * last, when all else is done.
 */
@OwnsItsThread
public final class AuditTrail {

    private static final String KIND = "evt";
    private static final String HEAD = CypherCatalog.statement("platform", "audit-head");
    private static final String APPEND = CypherCatalog.statement("platform", "append-audit-event");

    private final Driver driver;
    private final SessionConfig session;
    private final AuditSeal seal;

    AuditTrail(Driver driver, SessionConfig session, AuditSeal seal) {
        this.driver = driver;
        this.session = session;
        this.seal = seal;
    }

    static String id(long number) {
        return NodeId.of(KIND, List.of(Long.toString(number)));
    }

    /** In the transaction of what is told, so that both are there or neither. */
    public void append(Transaction transaction, AuditEntry entry) {
        Record head = transaction.run(HEAD).single();
        long number = head.get("number").asLong() + 1;
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id(number));
        values.put("number", number);
        values.put("at", entry.at().truncatedTo(ChronoUnit.MILLIS));
        values.put("action", entry.action().name());
        values.put("by", entry.by());
        values.put("roles", entry.roles());
        values.put("command", entry.command());
        values.put("subject", entry.subject());
        values.put("reason", entry.reason());
        values.put("details", entry.details());
        values.put("hash", seal.of(number, entry, head.get("hash").asString()));
        transaction.run(APPEND, Map.of("values", values)).consume();
    }

    /** In a transaction of its own; for what is not written to the graph, or was already. */
    public void append(AuditEntry entry) {
        try (Session opened = driver.session(session);
                Transaction transaction = opened.beginTransaction()) {
            append(transaction, entry);
            transaction.commit();
        }
    }
}
