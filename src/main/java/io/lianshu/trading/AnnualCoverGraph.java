package io.lianshu.trading;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** Whether a company's annual deposit stands for the security of a bid (年度保证金联保). */
@OwnsItsThread
final class AnnualCoverGraph {

    private static final String COVER_STATEMENT = CypherCatalog.statement("trading", "annual-cover");

    private AnnualCoverGraph() {}

    /** Id of the annual deposit that covers the bid; null when the call asks for none or something speaks against it. */
    static @Nullable String cover(
            CommandCall call, String company, LotFacts facts, LotRefusals refusals, Transaction transaction) {
        if (!Boolean.TRUE.equals(call.input().get("annualDeposit"))) {
            return null;
        }
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("company", company);
        asked.put("category", facts.tender().get("category"));
        asked.put("subject", facts.lot().get("category"));
        asked.put("now", call.now());
        Record found = transaction.run(COVER_STATEMENT, asked).single();
        if (!(facts.lot().get("requiredDeposit") instanceof Long)) {
            refusals.all()
                    .conflict(
                            "NO_DEPOSIT_ASKED",
                            "annualDeposit",
                            "annualDeposit：此标段不收投标保证金，无需年度保证金",
                            "annualDeposit: the lot asks for no security");
        }
        limits(found, facts, refusals);
        if (found.get("deposit").isNull()) {
            refusals.all()
                    .conflict(
                            "NO_ANNUAL_DEPOSIT",
                            "annualDeposit",
                            "annualDeposit：贵单位没有今日有效且已到账的年度保证金；请先到交易中心缴纳，或逐标缴纳",
                            "annualDeposit: your company has no annual deposit that came in and holds today; give one at the trading"
                                    + " centre first, or pay for this bid alone");
        }
        return found.get("deposit").asString(null);
    }

    private static void limits(Record found, LotFacts facts, LotRefusals refusals) {
        boolean fits = found.get("limited").asBoolean()
                && "WORKS".equals(facts.lot().get("category"))
                && facts.lot().get("estimate") instanceof Long estimate
                && (found.get("least").isNull()
                        || estimate >= found.get("least").asLong())
                && (found.get("most").isNull() || estimate < found.get("most").asLong());
        if (fits) {
            return;
        }
        String least = amount(found, "least");
        String most = amount(found, "most");
        String document = found.get("docNo").asString("");
        refusals.all()
                .conflict(
                        "ANNUAL_DEPOSIT_NOT_FOR_LOT",
                        "annualDeposit",
                        found.get("limited").asBoolean()
                                ? "annualDeposit：年度保证金只用于估算价 " + least + " 元（含）至 " + most + " 元（不含）的工程标段；本标段请逐标缴纳（"
                                        + document + "）"
                                : "annualDeposit：没有现行的年度保证金限额，请逐标缴纳",
                        found.get("limited").asBoolean()
                                ? "annualDeposit: annual deposits stand for works lots with an estimate from " + least
                                        + " to below " + most + " yuan; pay for this bid alone (" + document + ")"
                                : "annualDeposit: no limits of annual deposits are in force; pay for this bid alone");
    }

    private static String amount(Record found, String name) {
        return found.get(name).isNull() ? "—" : LotRefusals.yuan(found.get(name).asLong());
    }
}
