package io.lianshu.trading;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;

/** What the end of a lot's procedure writes: its status and its deal (交易结果). */
@OwnsItsThread
final class DealGraph {

    private DealGraph() {}

    /** Ends it without an award: no candidate is left who could still win or give up. */
    static void end(
            LotFacts facts,
            LotStatus status,
            String reason,
            @Nullable String note,
            CommandCall call,
            TradeGraph writes,
            Transaction transaction) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("status", status.name());
        values.put("endedAt", call.now());
        values.put("endReason", reason);
        values.put("endNote", note);
        writes.update("Lot", facts.lot(), values);
        facts.awards().stream()
                .filter(award -> !"DROPPED".equals(award.get("status")))
                .forEach(award -> writes.update("Award", award, Map.of("status", "DROPPED")));
        deal(facts, status == LotStatus.FAILED ? "FAILED" : "TERMINATED", null, call, writes, transaction);
    }

    /** Records the deal, or corrects it when there is one. */
    static void deal(
            LotFacts facts,
            String outcome,
            @Nullable Object amount,
            CommandCall call,
            TradeGraph writes,
            Transaction transaction) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("outcome", outcome);
        values.put("completedAt", call.now());
        values.put("dealAmount", amount);
        if (!facts.trade().isEmpty()) {
            writes.update("Trade", facts.trade(), values);
            return;
        }
        String number = Series.next("JY-" + call.today().getYear(), transaction);
        values.put("unifiedDealCode", number);
        values.put("category", facts.tender().get("category"));
        List<Link> links = new ArrayList<>(List.of(Link.from("TRADED_AS", "Lot", facts.id())));
        if (facts.platform().get("id") instanceof String platform) {
            links.add(Link.to("AT", "TradingPlatform", platform));
        }
        writes.create("Trade", NodeId.of("trd", List.of(number)), values, links);
    }

    /** The deal fell through, if there was one: it is over no more. */
    static void reopen(LotFacts facts, TradeGraph writes) {
        if (!facts.trade().isEmpty()) {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("outcome", null);
            values.put("completedAt", null);
            values.put("dealAmount", null);
            writes.update("Trade", facts.trade(), values);
        }
    }
}
