package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Notices of award to candidates, and places that are given up (定标、放弃中标). */
@Component
@OwnsItsThread
final class AwardGraph implements ClientCommand {

    private static final String AWARD = "awardLot";

    private final CodeLists codes;

    AwardGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(AWARD, "renounceAward");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String id = call.text("award");
        TradeGraph writes = new TradeGraph(call, transaction);
        Optional<LotFacts> found = writes.lotOfAward(id).flatMap(lot -> LotGraph.lock(lot, call, transaction));
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "award");
        }
        LotFacts facts = found.get();
        Map<String, Object> award = facts.awards().stream()
                .filter(known -> id.equals(known.get("id")))
                .findFirst()
                .orElseThrow();
        LotRefusals refusals = new LotRefusals(call, codes);
        return call.mutation().equals(AWARD)
                ? award(call, facts, award, refusals, writes, transaction)
                : renounce(call, facts, award, refusals, writes);
    }

    private static CommandOutcome award(
            CommandCall call,
            LotFacts facts,
            Map<String, Object> award,
            LotRefusals refusals,
            TradeGraph writes,
            Transaction transaction) {
        String id = String.valueOf(award.get("id"));
        refusals.step(facts, LotStatus.AWARDED);
        if (!"CANDIDATE".equals(award.get("status"))) {
            refusals.all()
                    .conflict(
                            "NOT_CANDIDATE",
                            "award",
                            "award：不是中标候选人；应在评标委员会推荐的候选人中定标（招标投标法第四十条）",
                            "award: it is no candidate; the award goes to one that the committee proposed (Tendering and Bidding Law,"
                                    + " article 40)");
        }
        over(call, facts, refusals);
        refusals.settled("award", facts);
        if (facts.isMandatory()
                && facts.candidates().stream()
                        .findFirst()
                        .filter(first -> !id.equals(first.get("id")))
                        .isPresent()) {
            refusals.all()
                    .conflict(
                            "NOT_FIRST",
                            "award",
                            "award：应确定排名第一的候选人中标，其放弃后方可依次递补（招标投标法实施条例第五十五条）",
                            "award: it goes to the first of the candidates, and to the next once that one has renounced"
                                    + " (Implementing Regulation, article 55)");
        }
        if (!refusals.none()) {
            return refusals.refused(id);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("status", "AWARDED");
        values.put("noticeNo", Series.next("TZ-" + call.today().getYear(), transaction));
        values.put("noticeAt", call.now());
        writes.update("Award", award, values);
        writes.update("Lot", facts.lot(), Map.of("status", LotStatus.AWARDED.name()));
        DealGraph.deal(facts, "SUCCESS", award.get("amount"), call, writes, transaction);
        return CommandOutcome.done(id, writes.changes())
                .withEvents(List.of(TradeEvents.of(facts, List.of(String.valueOf(award.get("supplier"))))));
    }

    /** 招标投标法实施条例第五十四条: the publicity is over. */
    private static void over(CommandCall call, LotFacts facts, LotRefusals refusals) {
        LocalDate last = facts.publicityTo();
        if (last == null || !call.today().isAfter(last)) {
            refusals.all()
                    .conflict(
                            "PUBLICITY_RUNS",
                            "award",
                            "award：候选人公示" + (last == null ? "尚未开始" : "至 " + last) + "，期满后方可定标（招标投标法实施条例第五十四条）",
                            "award: the publicity of the candidates "
                                    + (last == null ? "has not begun" : "lasts until " + last)
                                    + "; the award follows it (Implementing Regulation, article 54)");
        }
    }

    private static CommandOutcome renounce(
            CommandCall call, LotFacts facts, Map<String, Object> award, LotRefusals refusals, TradeGraph writes) {
        String id = String.valueOf(award.get("id"));
        boolean own = String.valueOf(award.get("supplier")).equals(call.viewer().companyId());
        if (!own) {
            refusals.runsAt(facts.platform(), facts.mine());
        }
        String reason = refusals.all().needed("renounceReason", 2, 500);
        boolean winner = "AWARDED".equals(award.get("status"));
        if (LotStatus.ENDED.contains(facts.status())) {
            refusals.all()
                    .conflict(
                            "LOT_ENDED",
                            "award",
                            "award：此标段已流标、终止或重新招标（" + facts.status() + "），候选与中标随之失效，无需放弃",
                            "award: its lot has ended (" + facts.status()
                                    + "); no place in it is left to be given up, and nothing need be done");
        } else if (!winner && !"CANDIDATE".equals(award.get("status"))) {
            refusals.all().conflict("ALREADY_DONE", "award", "award：已放弃或取消", "award: it was dropped already");
        } else if (award.get("contract") != null) {
            refusals.all().conflict("CONTRACT_SIGNED", "award", "award：合同已签订", "award: its contract is signed");
        } else if (award.get("publicityFrom") == null) {
            refusals.all()
                    .conflict("NOT_NEXT", "award", "award：候选人尚未公示", "award: the candidates are not made public yet");
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("status", "DROPPED");
        values.put("renouncedAt", call.now());
        values.put("renounceReason", reason);
        writes.update("Award", award, values);
        if (winner) {
            writes.update("Lot", facts.lot(), Map.of("status", LotStatus.PUBLICISED.name()));
            DealGraph.reopen(facts, writes);
        }
        return CommandOutcome.done(id, writes.changes()).withEvents(List.of(TradeEvents.of(facts, List.of())));
    }
}
