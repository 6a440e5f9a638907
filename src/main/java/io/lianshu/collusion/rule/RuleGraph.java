package io.lianshu.collusion.rule;

import io.lianshu.collusion.rule.Finding.Hit;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.stereotype.Component;

/** Runs rules over lots, in sessions that may only read: a rule's statement is data. */
@Component
@OwnsItsThread
final class RuleGraph {

    private final Driver driver;
    private final SessionConfig session;

    RuleGraph(Driver driver, SessionConfig session) {
        this.driver = driver;
        this.session = SessionConfig.builder()
                .withDefaultAccessMode(AccessMode.READ)
                .withDatabase(session.database().orElse("neo4j"))
                .build();
    }

    /** @throws BrokenRule when the database cannot plan a rule's statement */
    void check(List<Rule> rules, ZonedDateTime now) {
        try (Session opened = driver.session(session)) {
            for (Rule rule : rules) {
                try {
                    opened.run("EXPLAIN " + rule.statement(), parameters("", rule, "", now))
                            .consume();
                    if (!rule.market().isEmpty()) {
                        opened.run("EXPLAIN " + rule.market(), parameters("", rule, "", now))
                                .consume();
                    }
                } catch (Neo4jException e) {
                    throw new BrokenRule(
                            rule.code() + "/rule.cypher, market.cypher",
                            e.code(),
                            String.valueOf(e.getMessage()),
                            "it cannot be planned");
                }
            }
        }
    }

    /** What every rule of a set says of a lot. */
    List<Finding> findings(RuleSet set, String lot, ZonedDateTime now) {
        try (Session opened = driver.session(session)) {
            return set.rules().stream()
                    .map(rule -> finding(
                            rule,
                            opened.executeRead(transaction -> transaction
                                    .run(rule.statement(), parameters(set.name(), rule, lot, now))
                                    .list())))
                    .toList();
        }
    }

    static Map<String, Object> parameters(String set, Rule rule, String lot, ZonedDateTime now) {
        return Map.of("set", set, "lot", lot, "now", now, "limits", rule.limits());
    }

    /** A lot that is not opened gives no row. */
    static Finding finding(Rule rule, List<Record> rows) {
        if (rows.isEmpty()) {
            return Finding.of(rule, 0, List.of());
        }
        Record row = rows.get(0);
        List<Hit> hits = row.get("hits")
                .asList(hit -> new Hit(
                        hit.get("firms").asList(Value::asString),
                        hit.get("bids").asList(Value::asString),
                        hit.get("walks").asList(walk -> walk.asList(Value::asString)),
                        hit.get("values").asMap()));
        return Finding.of(rule, row.get("tested").asInt(), hits);
    }
}
