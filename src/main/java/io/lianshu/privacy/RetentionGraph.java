package io.lianshu.privacy;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Forgets the places of visits whose term is over, and those that no consent covers. */
@Component
@OwnsItsThread
final class RetentionGraph {

    private static final String FORGET_STATEMENT = CypherCatalog.statement("privacy", "forget-places");
    private static final int AT_ONCE = 5_000;

    private final Driver driver;
    private final SessionConfig session;
    private final AuditTrail audit;
    private final Clock clock;

    RetentionGraph(Driver driver, SessionConfig session, AuditTrail audit, Clock clock) {
        this.driver = driver;
        this.session = session;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many visits lost their place; each transaction that took some leaves an event. */
    long forgetPlaces(Duration kept) {
        long all = 0;
        long some;
        do {
            some = forgetSome(kept);
            all += some;
        } while (some == AT_ONCE);
        return all;
    }

    private long forgetSome(Duration kept) {
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        try (Session opened = driver.session(session);
                Transaction transaction = opened.beginTransaction()) {
            long forgotten = transaction
                    .run(FORGET_STATEMENT, Map.of("before", now.minus(kept), "most", AT_ONCE, "now", now))
                    .single()
                    .get("forgotten")
                    .asLong();
            if (forgotten > 0) {
                audit.append(
                        transaction,
                        new AuditEntry(
                                now,
                                AuditAction.RETENTION,
                                AuditEntry.HUB,
                                "",
                                "forgetPlaces",
                                null,
                                null,
                                forgotten + " Visit.location"));
                transaction.commit();
            }
            return forgotten;
        }
    }
}
