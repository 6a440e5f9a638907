package io.lianshu.collusion.rule;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.SimpleQueryRunner;
import org.springframework.stereotype.Component;

/** Keeps the fences of the market that rules read, a node for each, so that no lot's run looks at all others. */
@Component
@OwnsItsThread
final class FenceGraph {

    private static final String KEPT = CypherCatalog.statement("collusion", "market-of-rules");
    private static final String WRITE = CypherCatalog.statement("collusion", "write-fences");

    private final Driver driver;
    private final SessionConfig writing;
    private final SessionConfig reading;

    FenceGraph(Driver driver, SessionConfig session) {
        this.driver = driver;
        this.writing = session;
        this.reading = SessionConfig.builder()
                .withDefaultAccessMode(AccessMode.READ)
                .withDatabase(session.database().orElse("neo4j"))
                .build();
    }

    /** Fingerprint of the fences that a set's rules read, made anew when they are older than {@code lasts} or another set's. */
    String market(RuleSet set, Duration lasts, ZonedDateTime now) {
        try (Session opened = driver.session(writing)) {
            Map<String, Object> asked =
                    Map.of("set", set.name(), "fingerprint", set.fingerprint(), "from", now.minus(lasts));
            List<Record> kept = opened.executeRead(
                    transaction -> transaction.run(KEPT, asked).list());
            return kept.isEmpty()
                    ? renew(opened, set, now)
                    : kept.get(0).get("market").asString();
        }
    }

    private String renew(Session opened, RuleSet set, ZonedDateTime now) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Session looking = driver.session(reading)) {
            for (Rule rule : set.rules()) {
                if (!rule.market().isEmpty()) {
                    rows.addAll(looking.executeRead(transaction -> rows(transaction, set, rule, now)));
                }
            }
        }
        Map<String, Object> values = Map.of(
                "id", set.name(), "fingerprint", set.fingerprint(), "market", fingerprint(rows), "computedAt", now);
        opened.executeWriteWithoutResult(transaction -> write(transaction, values, rows));
        return String.valueOf(values.get("market"));
    }

    /** The fences of one rule, as they are written. */
    static List<Map<String, Object>> rows(SimpleQueryRunner transaction, RuleSet set, Rule rule, ZonedDateTime now) {
        Map<String, List<Double>> values = new TreeMap<>();
        transaction
                .run(rule.market(), Map.of("now", now, "limits", rule.limits()))
                .forEachRemaining(row -> values.computeIfAbsent(row.get("name").asString(), name -> new ArrayList<>())
                        .add(row.get("value").asDouble()));
        List<Map<String, Object>> rows = new ArrayList<>();
        values.forEach((name, all) -> rows.add(row(set, rule, Fence.of(name, all))));
        return rows;
    }

    private static Map<String, Object> row(RuleSet set, Rule rule, Fence fence) {
        return Map.of(
                "id", set.name() + '/' + rule.code() + '/' + fence.name(),
                "ruleSet", set.name(),
                "values", (long) fence.values(),
                "q1", fence.q1(),
                "q3", fence.q3(),
                "lower", fence.lower(),
                "upper", fence.upper());
    }

    static void write(SimpleQueryRunner transaction, Map<String, Object> market, List<Map<String, Object>> rows) {
        transaction.run(WRITE, Map.of("market", market, "fences", rows)).consume();
    }

    private static String fingerprint(List<Map<String, Object>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(new TreeMap<>(row)).append('\n'));
        byte[] digest = Sha256.begin().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, 16);
    }
}
