package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Orders securities of opened lots, and annual ones, to be given back (退还保证金); the bank that holds the money pays it. */
@Component
@OwnsItsThread
final class RefundGraph implements ClientCommand {

    private final CodeLists codes;

    RefundGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("refundDeposit");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        Optional<SecurityFacts> found =
                SecurityGraph.lock(call.text("deposit"), call, transaction).filter(SecurityFacts::isOpen);
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "deposit");
        }
        SecurityFacts facts = found.get();
        LotFacts lot = facts.lot();
        LotRefusals refusals = new LotRefusals(call, codes);
        refusals.holds(facts);
        boolean money = Interest.isMoney(facts.values().get("form"));
        state(call, facts, refusals);
        Long interest = facts.interest(call.today());
        if (money && facts.percent() == null) {
            refusals.all()
                    .conflict(
                            "RATE_MISSING",
                            "deposit",
                            "deposit：没有现行的活期存款利率，请先用 benchmark-rates 模板导入",
                            "deposit: no rate of demand deposits (活期存款利率) is in force; import it first with the template"
                                    + " benchmark-rates");
        }
        if (!refusals.none()) {
            return refusals.refused(facts.id());
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("refundOrderedAt", call.now());
        values.put("interest", interest);
        values.put("status", money ? "ORDERED" : "REFUNDED");
        if (!money) {
            values.put("refundedAt", call.now());
        }
        TradeGraph writes = new TradeGraph(call, transaction);
        writes.update(facts.label(), facts.values(), values);
        CommandOutcome done = CommandOutcome.done(facts.id(), writes.changes());
        return lot == null
                ? done
                : done.withEvents(List.of(TradeEvents.of(
                        lot, facts.company() == null ? List.of() : List.of(String.valueOf(facts.company())))));
    }

    private static void state(CommandCall call, SecurityFacts facts, LotRefusals refusals) {
        if (facts.is("DUE")) {
            refusals.all()
                    .conflict(
                            "NOT_RECEIVED",
                            "deposit",
                            "deposit：尚未到账，无可退还",
                            "deposit: it has not come in; there is nothing to give back");
        } else if (facts.is("FORFEITED")) {
            refusals.all()
                    .conflict("DEPOSIT_FORFEITED", "deposit", "deposit：已决定全部不予退还", "deposit: it is kept as a whole");
        } else if (!facts.is("RECEIVED")) {
            refusals.all()
                    .conflict("ALREADY_DONE", "deposit", "deposit：已办理退还", "deposit: its return was ordered already");
        } else if (facts.isForfeiturePending()) {
            refusals.all()
                    .conflict(
                            "FORFEITURE_PENDING",
                            "deposit",
                            "deposit：有待决的不予退还决定；执行或撤销后再退还",
                            "deposit: a decision to keep it is pending; wait until it is carried out or revoked");
        } else if (facts.annual() && !call.today().isAfter(facts.validTo())) {
            refusals.all()
                    .conflict(
                            "ANNUAL_DEPOSIT_RUNS",
                            "deposit",
                            "deposit：年度保证金有效至 " + facts.validTo() + "，期满后退还",
                            "deposit: the annual deposit holds until " + facts.validTo() + " and goes back after it");
        } else if (facts.bound()) {
            refusals.all()
                    .conflict(
                            "DEPOSIT_STILL_NEEDED",
                            "deposit",
                            "deposit：当年公告的标段尚有未开标的，或其担保的投标仍可能中标；全部开标且合同签订（或流标、终止）后退还（招标投标法实施条例第五十七条）",
                            "deposit: a lot noticed in its year is not opened yet, or a bid that it stands for may still win; it goes back once"
                                    + " all are opened and the contracts signed, or the lots ended (Implementing Regulation, article 57)");
        } else if (facts.isNeeded()) {
            refusals.all()
                    .conflict(
                            "DEPOSIT_STILL_NEEDED",
                            "deposit",
                            "deposit：该投标仍可能中标，合同签订（政府采购未中标人为中标通知书发出）后退还（招标投标法实施条例第五十七条）",
                            "deposit: its bid may still win; it goes back once the contract is signed, or in procurement to those who did not"
                                    + " win once the notice of award is out (Implementing Regulation, article 57)");
        }
    }
}
