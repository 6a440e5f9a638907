package io.lianshu.trading;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.NodeWrites;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Transaction;

/** What a command of trading writes, and how its things hang together. */
@OwnsItsThread
final class TradeGraph extends NodeWrites {

    private static final Set<String> AMOUNTS = Set.of(
            "estimate",
            "controlPrice",
            "requiredDeposit",
            "price",
            "amount",
            "dealAmount",
            "performanceBond",
            "interest");

    TradeGraph(CommandCall call, Transaction transaction) {
        super(call, transaction, AMOUNTS);
    }

    /** The lot of an award. */
    Optional<String> lotOfAward(String award) {
        return other("Award", award, "AWARDED", false, "Lot");
    }

    /** The lot of the award on which a contract was signed. */
    Optional<String> lotOfContract(String contract) {
        return other("Contract", contract, "CONTRACTED", false, "Award").flatMap(this::lotOfAward);
    }
}
