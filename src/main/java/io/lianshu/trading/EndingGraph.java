package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Lots that end without an award, and lots that are put out again (流标、终止、重新招标). */
@Component
@OwnsItsThread
final class EndingGraph implements ClientCommand {

    private static final String END = "endLot";
    private static final int LONGEST_NOTE = 500;

    private final CodeLists codes;

    EndingGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(END, "retenderLot");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return LotGraph.step(
                call,
                codes,
                transaction,
                (facts, refusals) -> call.mutation().equals(END)
                        ? end(call, facts, refusals, transaction)
                        : retender(call, facts, refusals, transaction));
    }

    private static CommandOutcome end(CommandCall call, LotFacts facts, LotRefusals refusals, Transaction transaction) {
        String reason = refusals.all().code("endReason", "lot-end-reason");
        String note = refusals.all().needed("note", 2, LONGEST_NOTE);
        LotStatus status = LotStatus.of(call.text("status")).orElse(LotStatus.REGISTERED);
        if (!Set.of(LotStatus.FAILED, LotStatus.TERMINATED).contains(status)) {
            refusals.all()
                    .add("BAD_CODE", "status", "status：应为 FAILED 或 TERMINATED", "status: must be FAILED or TERMINATED");
            return refusals.refused(facts.id());
        }
        refusals.step(facts, status);
        if (status == LotStatus.FAILED && facts.status() == LotStatus.NOTICED) {
            // Whether bidders are too few is known at the opening and not before.
            refusals.all()
                    .conflict(
                            "NOT_OPENED",
                            "status",
                            "status：投标人是否不足由开标认定，请用 openBids；不再招标的用 TERMINATED",
                            "status: whether bidders are too few is found by openBids; use TERMINATED to give the tender up");
        }
        if (!refusals.none()) {
            return refusals.refused(facts.id());
        }
        TradeGraph writes = new TradeGraph(call, transaction);
        DealGraph.end(facts, status, reason, note, call, writes, transaction);
        return CommandOutcome.done(facts.id(), writes.changes()).withEvents(List.of(TradeEvents.of(facts, List.of())));
    }

    private static CommandOutcome retender(
            CommandCall call, LotFacts facts, LotRefusals refusals, Transaction transaction) {
        refusals.step(facts, LotStatus.RETENDERED);
        Long control = call.fen("controlPrice");
        Long deposit = call.fen("requiredDeposit");
        refusals.amounts(facts.lot().get("estimate") instanceof Long estimate ? estimate : 0, facts.rules());
        if (!refusals.none()) {
            return refusals.refused(facts.id());
        }
        long round = facts.lot().get("round") instanceof Long before ? before + 1 : 2;
        String code = String.valueOf(facts.lot().get("bidSectionCode"));
        String id = NodeId.of("lot", List.of(code, String.valueOf(round)));
        Map<String, @Nullable Object> values = new HashMap<>();
        for (String kept : List.of("name", "category", "estimate", "controlPrice", "requiredDeposit", "currency")) {
            values.put(kept, facts.lot().get(kept));
        }
        if (control != null) {
            values.put("controlPrice", control);
        }
        if (deposit != null) {
            values.put("requiredDeposit", deposit);
        }
        values.put("bidSectionCode", code);
        values.put("round", round);
        values.put("status", LotStatus.REGISTERED.name());
        TradeGraph writes = new TradeGraph(call, transaction);
        writes.create(
                "Lot",
                id,
                values,
                List.of(
                        Link.from(
                                "HAS_LOT",
                                "Tender",
                                String.valueOf(facts.tender().get("id"))),
                        Link.to("RETENDERS", "Lot", facts.id())));
        writes.update("Lot", facts.lot(), Map.of("status", LotStatus.RETENDERED.name()));
        return CommandOutcome.done(id, writes.changes());
    }
}
