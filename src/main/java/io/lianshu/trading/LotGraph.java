package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** Locks a lot inside a transaction and reads what its next step depends on. */
@OwnsItsThread
final class LotGraph {

    private static final String FACTS_STATEMENT = CypherCatalog.statement("trading", "lot-to-move");

    private static final String OWN_BID_STATEMENT = CypherCatalog.statement("trading", "own-bid");

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

    /** Takes a step of the lot that the input's field {@code lot} names; refused when there is none. */
    static CommandOutcome step(
            CommandCall call,
            CodeLists codes,
            Transaction transaction,
            BiFunction<LotFacts, LotRefusals, CommandOutcome> step) {
        return step("lot", Optional.of(call.text("lot")), call, codes, transaction, step);
    }

    /** Takes a step of a lot that the field names through something of it; refused when there is none. */
    static CommandOutcome step(
            String field,
            Optional<String> lot,
            CommandCall call,
            CodeLists codes,
            Transaction transaction,
            BiFunction<LotFacts, LotRefusals, CommandOutcome> step) {
        return lot.flatMap(id -> lock(id, call, transaction))
                .map(facts -> step.apply(facts, new LotRefusals(call, codes)))
                .orElseGet(() -> LotRefusals.unknown(call, codes, field));
    }

    /** The lot of a bid that a company handed in; empty when there is no such bid of it. */
    static Optional<String> ofOwnBid(String bid, String company, Transaction transaction) {
        return transaction
                .run(OWN_BID_STATEMENT, Map.of("bid", bid, "company", company))
                .list(row -> row.get("lot").asString())
                .stream()
                .findFirst();
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
                RulesGraph.calendar(now.toLocalDate(), transaction),
                now);
    }

    private static Map<String, Object> map(Value value) {
        return value.isNull() ? Map.of() : value.asMap();
    }

    private static @Nullable String text(Map<String, Object> values, String name) {
        return values.get(name) instanceof String text ? text : null;
    }
}
