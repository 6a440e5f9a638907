package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Performance securities given back after the performance (履约保证金退还). */
@Component
@OwnsItsThread
final class BondGraph implements ClientCommand {

    private final CodeLists codes;

    BondGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("returnBond");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String id = call.text("contract");
        TradeGraph writes = new TradeGraph(call, transaction);
        Optional<LotFacts> found = writes.lotOfContract(id).flatMap(lot -> LotGraph.lock(lot, call, transaction));
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "contract");
        }
        LotFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        refusals.runsAt(facts.platform(), facts.mine());
        Map<String, Object> stored = writes.read("Contract", id);
        if (stored.get("performanceBond") == null) {
            refusals.all()
                    .conflict("NO_BOND", "contract", "contract：此合同没有履约保证金", "contract: it has no performance security");
        } else if (stored.get("bondReturnedAt") != null) {
            refusals.all()
                    .conflict("ALREADY_DONE", "contract", "contract：履约保证金已退还", "contract: it was given back already");
        } else if (!(stored.get("performedOn") instanceof LocalDate)) {
            refusals.all()
                    .conflict(
                            "NOT_PERFORMED",
                            "contract",
                            "contract：尚未登记履约，请先用 completeContract",
                            "contract: its performance is not recorded; use completeContract first");
        }
        ZonedDateTime at = refusals.all().pastTime("bondReturnedAt");
        if (stored.get("signedOn") instanceof LocalDate signed
                && at.toLocalDate().isBefore(signed)) {
            refusals.all()
                    .add(
                            "OUT_OF_ORDER",
                            "bondReturnedAt",
                            "bondReturnedAt：不能早于签订日期 " + signed,
                            "bondReturnedAt: must not be earlier than the signing, " + signed);
        }
        if (!refusals.none()) {
            return refusals.refused(id);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("bondReturnedAt", at);
        writes.update("Contract", stored, values);
        return CommandOutcome.done(id, writes.changes()).withEvents(List.of(TradeEvents.of(facts, List.of())));
    }
}
