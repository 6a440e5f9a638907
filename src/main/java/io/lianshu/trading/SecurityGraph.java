package io.lianshu.trading;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.secret.Sealer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** Locks a security, after its lot if it has one, and reads what its next step depends on. */
@OwnsItsThread
final class SecurityGraph {

    private static final String FACTS_STATEMENT = CypherCatalog.statement("trading", "security-to-move");
    private static final String ACCOUNT_STATEMENT = CypherCatalog.statement("trading", "own-account");

    private SecurityGraph() {}

    /** Empty when there is no such security. */
    static Optional<SecurityFacts> lock(String security, CommandCall call, Transaction transaction) {
        TradeGraph reads = new TradeGraph(call, transaction);
        // Lots are locked first everywhere, so that an opening and what happens to a security never wait for each
        // other.
        LotFacts lot = reads.other("Deposit", security, "SECURED_BY", false, "Bid")
                .flatMap(bid -> reads.other("Bid", bid, "FOR_LOT", true, "Lot"))
                .flatMap(id -> LotGraph.lock(id, call, transaction))
                .orElse(null);
        return transaction
                .run(
                        FACTS_STATEMENT,
                        Map.of("security", security, "viewer", call.viewer().asParameter(), "now", call.now()))
                .list()
                .stream()
                .findFirst()
                .map(row -> facts(row, lot));
    }

    private static SecurityFacts facts(Record row, @Nullable LotFacts lot) {
        return new SecurityFacts(
                row.get("security").asMap(),
                row.get("annual").asBoolean(),
                row.get("bid").isNull() ? Map.of() : row.get("bid").asMap(),
                row.get("company").asString(null),
                row.get("forfeitures").asList(Value::asMap),
                row.get("atCentre").asBoolean(),
                row.get("percent").isNull() ? null : (Double) row.get("percent").asDouble(),
                lot,
                row.get("bound").asBoolean());
    }

    /** An account of a company. */
    record Account(String id, boolean basic) {}

    /** The account of a company with a number; whether the number is another's is not told apart from no account. */
    static Optional<Account> account(String company, String number, Sealer sealer, Transaction transaction) {
        List<Record> found = transaction
                .run(ACCOUNT_STATEMENT, Map.of("company", company, "hash", sealer.hash(number.replace(" ", ""))))
                .list();
        return found.stream()
                .findFirst()
                .map(row ->
                        new Account(row.get("id").asString(), row.get("basic").asBoolean()));
    }

    /** What is said when there is none. */
    static void notOwn(LotRefusals refusals) {
        refusals.all()
                .add(
                        "ACCOUNT_NOT_YOURS",
                        "account",
                        "account：不是该单位登记的账户；请核对账号，或先到交易中心登记账户",
                        "account: no account of the company is registered under this number; correct it, or register the account at the"
                                + " trading centre first");
    }
}
