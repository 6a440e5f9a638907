package io.lianshu.collusion.casework;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** Locks a case inside a transaction and reads what its next step depends on. */
@OwnsItsThread
final class CaseGraph {

    static final String LABEL = "CollusionCase";

    private static final String FACTS_STATEMENT = CypherCatalog.statement("collusion", "case-to-move");
    private static final String PART_STATEMENT = CypherCatalog.statement("collusion", "case-of-part");

    private CaseGraph() {}

    /** Empty when there is no such case. */
    static Optional<CaseFacts> lock(String matter, Transaction transaction) {
        return transaction.run(FACTS_STATEMENT, Map.of("case", matter)).list(CaseGraph::facts).stream()
                .findFirst();
    }

    private static CaseFacts facts(Record row) {
        return new CaseFacts(
                row.get("matter").asMap(),
                row.get("lots").asList(Value::asString),
                row.get("companies").asList(Value::asMap),
                row.get("suspected").asList(Value::asString),
                row.get("evidence").asList(Value::asMap),
                row.get("statements").asList(Value::asMap),
                row.get("interviews").asList(Value::asMap),
                row.get("talks").asList(Value::asString),
                row.get("forfeitures").asList(value -> value.asString("")),
                row.get("proposed").asList(Value::asString),
                row.get("decisions").asInt(),
                row.get("officers").asList(Value::asString),
                row.get("handedOn").asInt());
    }

    /** The case that the input names in {@code case}, or whose part it names in another field; refused when there is none. */
    static CommandOutcome step(
            String field,
            CommandCall call,
            CodeLists codes,
            Transaction transaction,
            BiFunction<CaseFacts, CommandRefusals, CommandOutcome> step) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        if (call.viewer().personId() == null) {
            return CommandOutcome.noPerson();
        }
        Optional<String> matter = field.equals("case")
                ? Optional.of(call.text(field))
                : transaction
                        .run(PART_STATEMENT, Map.of("part", call.text(field)))
                        .list(row -> row.get("matter").asString())
                        .stream()
                        .findFirst();
        Optional<CaseFacts> facts = matter.flatMap(id -> lock(id, transaction));
        if (facts.isEmpty()) {
            refusals.unknown(field);
            return CommandOutcome.refused(null, refusals.found());
        }
        return step.apply(facts.get(), refusals);
    }
}
