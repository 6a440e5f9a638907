package io.lianshu.trading;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** Locks a lot inside a transaction and reads what its next step depends on. */
@OwnsItsThread
final class LotGraph {

    private static final String FACTS_STATEMENT = CypherCatalog.statement("trading", "lot-to-move");

    private LotGraph() {}

    /** Empty when there is no such lot. */
    static Optional<LotFacts> lock(String lot, CommandCall call, Transaction transaction) {
        return transaction
                .run(FACTS_STATEMENT, Map.of("lot", lot, "viewer", call.viewer().asParameter(), "now", call.now()))
                .list()
                .stream()
                .findFirst()
                .map(row -> facts(row, call.now(), transaction));
    }

    private static LotFacts facts(Record row, ZonedDateTime now, Transaction transaction) {
        Map<String, Object> tender = map(row.get("tender"));
        return new LotFacts(
                map(row.get("lot")),
                tender,
                map(row.get("platform")),
                row.get("project").asString(null),
                map(row.get("filing")),
                map(row.get("trade")),
                row.get("place").asString(null),
                row.get("mine").asBoolean(),
                row.get("supervised").asBoolean(),
                row.get("concerned").asList(Value::asString),
                row.get("bids").asList(Value::asMap),
                row.get("awards").asList(Value::asMap),
                row.get("notices").asList(Value::asMap),
                row.get("challenges").asList(Value::asMap),
                row.get("committee").asInt(),
                row.get("major").asBoolean(),
                new HashSet<>(row.get("granted").asList(Value::asString)),
                RulesGraph.inForce(
                        now.toLocalDate(),
                        text(tender, "category"),
                        text(tender, "phase"),
                        Boolean.TRUE.equals(tender.get("mandatory")),
                        transaction),
                RulesGraph.calendar(now.toLocalDate(), transaction));
    }

    private static Map<String, Object> map(Value value) {
        return value.isNull() ? Map.of() : value.asMap();
    }

    private static @Nullable String text(Map<String, Object> values, String name) {
        return values.get(name) instanceof String text ? text : null;
    }
}
