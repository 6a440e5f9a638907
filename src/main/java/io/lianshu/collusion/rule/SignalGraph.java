package io.lianshu.collusion.rule;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.feed.Feed;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Keeps what rules said of lots: each run takes the place of the one before it, in one transaction. */
@Component
@OwnsItsThread
final class SignalGraph {

    private static final String DUE = CypherCatalog.statement("collusion", "lots-to-hold-against");
    private static final String NAMES = CypherCatalog.statement("collusion", "names-of-parties");
    private static final String WRITE = CypherCatalog.statement("collusion", "write-rule-run");

    private final Driver driver;
    private final SessionConfig session;
    private final CodeLists codes;
    private final Feed feed;

    SignalGraph(Driver driver, SessionConfig session, CodeLists codes, Feed feed) {
        this.driver = driver;
        this.session = session;
        this.codes = codes;
        this.feed = feed;
    }

    /** Opened lots that this set, as it and the market are, has not been run over as they are, those opened last first. */
    List<Held> due(RuleSet set, boolean counts, String market, int most, ZonedDateTime now) {
        try (Session opened = driver.session(session)) {
            Map<String, Object> asked = Map.of(
                    "set",
                    set.name(),
                    "fingerprint",
                    set.fingerprint(),
                    "counts",
                    counts,
                    "market",
                    market,
                    "most",
                    most,
                    "now",
                    now);
            return opened.executeRead(transaction -> transaction
                    .run(DUE, asked)
                    .list(row ->
                            new Held(row.get("lot").asString(), row.get("state").asString(), market)));
        }
    }

    /**
     * Writes what a set says of a lot, and tells in the feed of what the set that counts has not said before.
     *
     * @param newsFrom in a lot that was opened earlier nothing is news
     */
    void write(
            RuleSet set, boolean counts, Held held, List<Finding> findings, ZonedDateTime now, ZonedDateTime newsFrom) {
        Set<String> ids = new HashSet<>();
        findings.forEach(finding -> finding.hits().forEach(hit -> {
            ids.addAll(hit.firms());
            ids.add(hit.shared());
        }));
        try (Session opened = driver.session(session)) {
            opened.executeWriteWithoutResult(transaction -> {
                Map<String, String> names = new HashMap<>();
                transaction
                        .run(NAMES, Map.of("ids", List.copyOf(ids)))
                        .forEachRemaining(row -> names.put(
                                row.get("id").asString(), row.get("name").asString()));
                SignalRows rows = new SignalRows(set, counts, held, findings, names, codes, now);
                List<Map<String, Object>> found = rows.signals();
                Record written = transaction
                        .run(
                                WRITE,
                                Map.of(
                                        "lot", held.lot(),
                                        "run", rows.run(),
                                        "results", rows.results(),
                                        "signals", found,
                                        "newsFrom", newsFrom))
                        .single();
                Set<String> news = Set.copyOf(written.get("news").asList(Value::asString));
                feed.append(transaction, SignalRows.events(found, news), now);
            });
        }
    }
}
