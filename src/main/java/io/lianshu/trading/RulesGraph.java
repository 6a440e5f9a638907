package io.lianshu.trading;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** Reads what binds trading inside a transaction: the rules in force and the official calendar. */
@OwnsItsThread
final class RulesGraph {

    private static final String RULES_STATEMENT = CypherCatalog.statement("trading", "rules-in-force");
    private static final String DAYS_STATEMENT = CypherCatalog.statement("policy", "calendar-of-days");

    private RulesGraph() {}

    static TradeRules inForce(
            LocalDate day,
            @Nullable String category,
            @Nullable String phase,
            boolean mandatory,
            SimpleQueryRunner transaction) {
        List<TradeRule> rules = new ArrayList<>();
        transaction.run(RULES_STATEMENT, Map.of("day", day)).forEachRemaining(row -> rules.add(rule(row)));
        return new TradeRules(rules, category, phase, mandatory);
    }

    private static TradeRule rule(Record row) {
        String article = row.get("article").asString();
        return new TradeRule(
                RuleKind.valueOf(row.get("kind").asString()),
                row.get("category").asString(null),
                row.get("phase").asString(null),
                row.get("mandatoryOnly").asBoolean(),
                row.get("value").asDouble(0),
                row.get("unit").asString(null),
                article,
                row.get("articleEnglish").asString(article),
                row.get("permit").asString(null),
                row.get("permitName").asString(null));
    }

    /** The calendar of a day's year and the years beside it. */
    static WorkingCalendar calendar(LocalDate day, Transaction transaction) {
        Record days = transaction
                .run(
                        DAYS_STATEMENT,
                        Map.of(
                                "first", LocalDate.of(day.getYear() - 1, 1, 1),
                                "last", LocalDate.of(day.getYear() + 1, 12, 31)))
                .single();
        return new WorkingCalendar(
                days.get("free").asList(Value::asLocalDate), days.get("added").asList(Value::asLocalDate));
    }
}
