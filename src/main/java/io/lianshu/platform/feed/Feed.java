package io.lianshu.platform.feed;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.SimpleQueryRunner;

/**
 * Writes at the feed's end. The end is locked from then on until the transaction is over, so that numbers have the order of commits.
 * Events are appended when all else is done, and <em>before</em> the audit's: whoever needs both locks takes the feed's first.
 */
@OwnsItsThread
public final class Feed {

    private static final String APPEND = CypherCatalog.statement("platform", "append-feed-entries");
    private static final String SWEEP = CypherCatalog.statement("platform", "sweep-feed");
    private static final int SWEPT_AT_ONCE = 2_000;

    private final Driver driver;
    private final SessionConfig session;

    Feed(Driver driver, SessionConfig session) {
        this.driver = driver;
        this.session = session;
    }

    /** In the transaction of what is told, so that both are there or neither; nothing is locked for no events. */
    public void append(SimpleQueryRunner transaction, List<WorkEvent> events, ZonedDateTime now) {
        if (events.isEmpty()) {
            return;
        }
        List<Map<String, Object>> entries = events.stream()
                .map(event -> Map.<String, Object>of(
                        "kind",
                        event.kind().name(),
                        "subject",
                        event.subject(),
                        "audience",
                        List.copyOf(event.audience())))
                .toList();
        transaction.run(APPEND, Map.of("entries", entries, "at", now)).consume();
    }

    /** Takes away what is older, a transaction for each few; the number of entries taken away. */
    long sweep(ZonedDateTime before) {
        long all = 0;
        try (Session opened = driver.session(session)) {
            while (true) {
                long some = opened.executeWrite(transaction -> transaction
                        .run(SWEEP, Map.of("before", before, "most", SWEPT_AT_ONCE))
                        .single()
                        .get("swept")
                        .asLong());
                all += some;
                if (some < SWEPT_AT_ONCE) {
                    return all;
                }
            }
        }
    }
}
