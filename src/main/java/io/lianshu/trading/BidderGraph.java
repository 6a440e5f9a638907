package io.lianshu.trading;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** Who may not bid in a lot, alone or with others (投标资格). */
@OwnsItsThread
final class BidderGraph {

    private static final String BIDDER_STATEMENT = CypherCatalog.statement("trading", "bidder");

    private BidderGraph() {}

    /**
     * How many of some other companies are there.
     *
     * @param field of the input to which a refusal of the company itself belongs
     */
    static int mayBid(
            String company,
            List<String> others,
            String field,
            CommandCall call,
            LotFacts facts,
            LotRefusals refusals,
            Transaction transaction) {
        Record bidder = transaction
                .run(
                        BIDDER_STATEMENT,
                        Map.of("company", company, "members", others, "lot", facts.id(), "now", call.now()))
                .single();
        if (bidder.get("party").asBoolean()) {
            refusals.all()
                    .conflict(
                            "PARTY_TO_TENDER",
                            field,
                            field + "：贵单位是此招标项目的招标人或招标代理机构，不得参加投标（招标投标法实施条例第十三条、第三十四条）",
                            field
                                    + ": your company buys here or is the agency, which may not bid (Implementing Regulation, articles 13"
                                    + " and 34)");
        }
        if (!bidder.get("barredTo").isNull()) {
            String until = String.valueOf(bidder.get("barredTo").asLocalDate());
            refusals.all()
                    .conflict(
                            "BARRED",
                            field,
                            field + "：贵单位至 " + until + " 不得参加投标，期满后方可；有异议请联系作出处理的部门（招标投标法第五十三条、第五十四条）",
                            field + ": your company may not bid until " + until
                                    + ", and may after it; if you contest it, ask the department that decided so (Tendering and Bidding Law,"
                                    + " articles 53 and 54)");
        }
        return bidder.get("known").asInt();
    }
}
