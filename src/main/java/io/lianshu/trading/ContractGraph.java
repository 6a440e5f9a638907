package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Contracts signed on awards, with their security, and their performance (合同与履约). */
@Component
@OwnsItsThread
final class ContractGraph implements ClientCommand {

    private static final String SIGN = "signContract";
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_DAYS = 10_000;

    private final CodeLists codes;

    ContractGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(SIGN, "completeContract");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return call.mutation().equals(SIGN) ? sign(call, transaction) : complete(call, transaction);
    }

    private CommandOutcome sign(CommandCall call, Transaction transaction) {
        String id = call.text("award");
        TradeGraph writes = new TradeGraph(call, transaction);
        Optional<LotFacts> found = writes.lotOfAward(id).flatMap(lot -> LotGraph.lock(lot, call, transaction));
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "award");
        }
        LotFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        refusals.step(facts, LotStatus.CONTRACTED);
        String number = refusals.all().needed("contractNo", 1, LONGEST_NUMBER);
        String contract = NodeId.of("ctt", List.of(number));
        if (writes.knows("Contract", contract)) {
            refusals.all()
                    .add(
                            "ALREADY_THERE",
                            "contractNo",
                            "contractNo：此编号已登记",
                            "contractNo: this number was recorded already");
        }
        Map<String, Object> award = facts.winner().orElse(Map.of());
        if (!id.equals(award.get("id"))) {
            refusals.all().conflict("NOT_AWARDED", "award", "award：未定标", "award: it was not awarded");
        }
        refusals.settled("award", facts);
        if (refusals.none()) {
            day(call, facts, award, refusals);
            amounts(call, facts, award, refusals);
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("contractNo", number);
        values.put("amount", call.fen("amount"));
        values.put("signedOn", call.day("signedOn"));
        values.put("days", call.input().get("days") instanceof Integer days ? (Object) (long) days : null);
        values.put("performanceBond", call.fen("performanceBond"));
        writes.create("Contract", contract, values, List.of(Link.from("CONTRACTED", "Award", id)));
        writes.update("Lot", facts.lot(), Map.of("status", LotStatus.CONTRACTED.name()));
        return CommandOutcome.done(contract, writes.changes())
                .withEvents(List.of(TradeEvents.of(facts, List.of(String.valueOf(award.get("supplier"))))));
    }

    /** 招标投标法第四十六条: from the notice on, within thirty days. */
    private static void day(CommandCall call, LotFacts facts, Map<String, Object> award, LotRefusals refusals) {
        LocalDate signed = refusals.all().past("signedOn");
        LocalDate noticed = award.get("noticeAt") instanceof ZonedDateTime notice
                ? notice.withZoneSameInstant(call.now().getZone()).toLocalDate()
                : signed;
        if (signed.isBefore(noticed)) {
            refusals.all()
                    .add(
                            "OUT_OF_ORDER",
                            "signedOn",
                            "signedOn：不能早于中标通知书日期 " + noticed,
                            "signedOn: must not be earlier than the notice of award, " + noticed);
        }
        facts.rules()
                .find(RuleKind.CONTRACT, refusals.all())
                .filter(rule -> signed.isAfter(rule.endOf(noticed, facts.calendar())))
                .ifPresent(rule -> refusals.broken(
                        "CONTRACT_TOO_LATE",
                        "signedOn",
                        rule,
                        "应自中标通知书发出之日起 " + rule.days() + "内签订，最晚 " + rule.endOf(noticed, facts.calendar()),
                        "the contract is signed within " + rule.daysEnglish() + " of the notice of award, by "
                                + rule.endOf(noticed, facts.calendar())));
    }

    private static void amounts(CommandCall call, LotFacts facts, Map<String, Object> award, LotRefusals refusals) {
        long amount = Objects.requireNonNull(call.fen("amount"));
        refusals.positive("amount", amount);
        if (award.get("amount") instanceof Long most && amount > most) {
            refusals.all()
                    .add(
                            "ABOVE_AWARD",
                            "amount",
                            "amount：合同金额不得高于中标价 " + LotRefusals.yuan(most) + " 元（招标投标法第四十六条）",
                            "amount: the contract must not exceed the award of " + LotRefusals.yuan(most)
                                    + " yuan (Tendering and Bidding Law, article 46)");
        }
        if (call.input().get("days") instanceof Integer days) {
            refusals.all().between("days", days, 1, MOST_DAYS);
        }
        Long bond = call.fen("performanceBond");
        if (bond != null) {
            refusals.positive("performanceBond", bond);
            facts.rules()
                    .find(RuleKind.PERFORMANCE_BOND, refusals.all())
                    .filter(rule -> bond > rule.shareOf(amount))
                    .ifPresent(rule -> refusals.broken(
                            "BOND_TOO_HIGH",
                            "performanceBond",
                            rule,
                            "履约保证金不得超过合同金额的 " + rule.count() + "%",
                            "the performance security must not exceed " + rule.count() + " % of the contract"));
        }
    }

    private CommandOutcome complete(CommandCall call, Transaction transaction) {
        String id = call.text("contract");
        TradeGraph writes = new TradeGraph(call, transaction);
        Optional<LotFacts> found = writes.lotOfContract(id).flatMap(lot -> LotGraph.lock(lot, call, transaction));
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "contract");
        }
        LotFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        refusals.step(facts, LotStatus.PERFORMED);
        Map<String, Object> stored = writes.read("Contract", id);
        LocalDate day = refusals.all().past("performedOn");
        String note = refusals.all().optional("note", LONGEST_NOTE);
        ZonedDateTime returned =
                call.time("bondReturnedAt") == null ? null : refusals.all().pastTime("bondReturnedAt");
        if (stored.get("signedOn") instanceof LocalDate signed && day.isBefore(signed)) {
            refusals.all()
                    .add(
                            "OUT_OF_ORDER",
                            "performedOn",
                            "performedOn：不能早于签订日期 " + signed,
                            "performedOn: must not be earlier than the signing, " + signed);
        }
        if (returned != null
                && stored.get("signedOn") instanceof LocalDate signed
                && returned.withZoneSameInstant(call.now().getZone())
                        .toLocalDate()
                        .isBefore(signed)) {
            refusals.all()
                    .add(
                            "OUT_OF_ORDER",
                            "bondReturnedAt",
                            "bondReturnedAt：不能早于签订日期 " + signed,
                            "bondReturnedAt: must not be earlier than the signing, " + signed);
        }
        if (returned != null && stored.get("performanceBond") == null) {
            refusals.all()
                    .add(
                            "NO_BOND",
                            "bondReturnedAt",
                            "bondReturnedAt：此合同没有履约保证金",
                            "bondReturnedAt: this contract has no performance security");
        }
        if (!refusals.none()) {
            return refusals.refused(id);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("performedOn", day);
        values.put("performanceNote", note);
        values.put("bondReturnedAt", returned);
        writes.update("Contract", stored, values);
        writes.update("Lot", facts.lot(), Map.of("status", LotStatus.PERFORMED.name()));
        return CommandOutcome.done(id, writes.changes()).withEvents(List.of(TradeEvents.of(facts, List.of())));
    }
}
