package io.lianshu.collusion;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;

/**
 * The stored results of analyses. Those of a new one are written beside those before, in batches, and become current all at once at
 * an instant set a little ahead, so that no read under way meets both. Whoever stops in between leaves the old ones.
 */
@Component
@OwnsItsThread
final class ResultsGraph {

    private static final String LATEST = CypherCatalog.statement("collusion", "latest-run");
    private static final String BEGIN = CypherCatalog.statement("collusion", "begin-run");
    private static final String CLAIM = CypherCatalog.statement("collusion", "claim-run");
    private static final String SWITCH = CypherCatalog.statement("collusion", "switch-run");
    private static final String TO_REMOVE = CypherCatalog.statement("collusion", "runs-to-remove");
    private static final String REMOVE_RESULTS = CypherCatalog.statement("collusion", "remove-results");
    private static final String REMOVE_RUN = CypherCatalog.statement("collusion", "remove-run");

    /** Not yet current, or current until another is. */
    private static final ZonedDateTime NEVER = ZonedDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    /** A hub that does not write for so long has stopped. */
    private static final Duration CLAIM_LASTS = Duration.ofMinutes(5);

    /** Reads that began before a switch is written must not see it; writing it takes less. */
    private static final Duration AHEAD = Duration.ofSeconds(2);

    private static final int ROWS_AT_ONCE = 1_000;

    private final Driver driver;
    private final SessionConfig session;

    ResultsGraph(Driver driver, SessionConfig session) {
        this.driver = driver;
        this.session = session;
    }

    /** The results that were made current last. */
    record Latest(String run, String fingerprint) {}

    /** What is written of an analysis besides itself, each by its statement. */
    enum Part {
        LOTS("write-lots"),
        FIRMS("write-firms"),
        PAIRS("write-pairs"),
        GROUPS("write-groups");

        private final String statement;

        Part(String file) {
            this.statement = CypherCatalog.statement("collusion", file);
        }
    }

    Optional<Latest> latest() {
        try (Session opened = driver.session(session)) {
            return opened
                    .executeRead(transaction -> transaction
                            .run(LATEST, Map.of("never", NEVER))
                            .list(row -> new Latest(
                                    row.get("run").asString(),
                                    row.get("fingerprint").asString())))
                    .stream()
                    .findFirst();
        }
    }

    /**
     * Begins to write results, unless another hub does.
     *
     * @param values of the analysis as a whole, {@code id} and {@code fingerprint} among them
     */
    boolean begin(Map<String, @Nullable Object> values, ZonedDateTime now) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put("currentFrom", NEVER);
        all.put("currentUntil", NEVER);
        all.put("claimedUntil", now.plus(CLAIM_LASTS));
        return !write(BEGIN, Map.of("values", all, "now", now, "never", NEVER)).isEmpty();
    }

    /** Writes a part of the results of a run that was begun; the clock tells when each batch is written. */
    void write(String run, Part part, Stream<Map<String, @Nullable Object>> rows, Supplier<ZonedDateTime> clock) {
        Iterator<Map<String, @Nullable Object>> left = rows.iterator();
        while (left.hasNext()) {
            List<Map<String, @Nullable Object>> some = new ArrayList<>();
            while (left.hasNext() && some.size() < ROWS_AT_ONCE) {
                some.add(left.next());
            }
            ZonedDateTime now = clock.get();
            try (Session opened = driver.session(session)) {
                opened.executeWriteWithoutResult(transaction -> {
                    claim(transaction, run, now);
                    transaction.run(part.statement, Map.of("rows", some)).consume();
                });
            }
        }
    }

    private static void claim(TransactionContext transaction, String run, ZonedDateTime now) {
        Map<String, Object> claimed = Map.of("run", run, "now", now, "until", now.plus(CLAIM_LASTS));
        if (transaction.run(CLAIM, claimed).list().isEmpty()) {
            throw taken(run);
        }
    }

    /** Makes the written results those that are read. */
    void makeCurrent(String run, ZonedDateTime now, boolean first) {
        ZonedDateTime at = first ? now : now.plus(AHEAD);
        if (write(SWITCH, Map.of("run", run, "now", now, "at", at, "never", NEVER))
                .isEmpty()) {
            throw taken(run);
        }
    }

    private static IllegalStateException taken(String run) {
        return new IllegalStateException(
                "The results " + run + " were not written for so long that another hub took them away");
    }

    /** Adds lots to results that are current already. */
    void add(List<Map<String, @Nullable Object>> lots) {
        write(Part.LOTS.statement, Map.of("rows", lots));
    }

    /** Takes away what ended before an instant, and what hubs that stopped left half written; how many results. */
    long remove(ZonedDateTime before, ZonedDateTime now) {
        List<String> runs;
        try (Session opened = driver.session(session)) {
            runs = opened.executeRead(transaction -> transaction
                    .run(TO_REMOVE, Map.of("before", before, "now", now, "never", NEVER))
                    .list(row -> row.get("run").asString()));
        }
        long all = 0;
        for (String run : runs) {
            long some;
            do {
                some = write(REMOVE_RESULTS, Map.of("run", run, "most", ROWS_AT_ONCE))
                        .get(0)
                        .get("removed")
                        .asLong();
                all += some;
            } while (some == ROWS_AT_ONCE);
            write(REMOVE_RUN, Map.of("run", run));
        }
        return all;
    }

    private List<Record> write(String statement, Map<String, Object> parameters) {
        try (Session opened = driver.session(session)) {
            return opened.executeWrite(
                    transaction -> transaction.run(statement, parameters).list());
        }
    }
}
