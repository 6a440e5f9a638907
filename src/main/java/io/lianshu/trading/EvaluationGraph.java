package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.trading.CommitteeGraph.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** The committee's report on every bid that stands, and the candidates that follow from it (评标报告). */
@Component
@OwnsItsThread
final class EvaluationGraph implements ClientCommand {

    private final CodeLists codes;

    EvaluationGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("recordEvaluation");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return LotGraph.step(call, codes, transaction, (facts, refusals) -> record(call, facts, refusals, transaction));
    }

    private static CommandOutcome record(
            CommandCall call, LotFacts facts, LotRefusals refusals, Transaction transaction) {
        refusals.step(facts, LotStatus.EVALUATED);
        boolean again = Set.of(LotStatus.PUBLICISED, LotStatus.AWARDED).contains(facts.status());
        if (again && !facts.needsAnotherEvaluation()) {
            refusals.all()
                    .conflict(
                            "RESULT_STANDS",
                            "lot",
                            "lot：候选人已公示；只有对评标结果的异议或投诉成立后才能重新评标（招标投标法实施条例第五十四条）",
                            "lot: the candidates are public; the bids are evaluated again only after a challenge of the result was"
                                    + " upheld (Implementing Regulation, article 54)");
        }
        if (facts.isMandatory() && facts.committee() == 0) {
            refusals.all()
                    .conflict(
                            "COMMITTEE_MISSING",
                            "lot",
                            "lot：尚未抽取评标委员会（招标投标法第三十七条）",
                            "lot: no committee was drawn for it (Tendering and Bidding Law, article 37)");
        }
        if (CommitteeGraph.members(facts, transaction).stream().anyMatch(Member::tied)) {
            refusals.all()
                    .conflict(
                            "COMMITTEE_TIED",
                            "lot",
                            "lot：有评委与投标人有利害关系，不得评标；请先用 drawCommittee 更换（招标投标法第三十七条）",
                            "lot: a bidder ties a member of its committee, who may not judge; replace the member with drawCommittee first"
                                    + " (Tendering and Bidding Law, article 37)");
        }
        int most = facts.rules()
                .find(RuleKind.MOST_CANDIDATES, refusals.all())
                .map(TradeRule::count)
                .orElse(3);
        int asked = call.input().get("candidates") instanceof Integer wanted ? wanted : most;
        refusals.all().between("candidates", asked, 1, most);
        List<Verdict> verdicts = refusals.none() ? new Report(call, facts, refusals).verdicts() : List.of();
        if (!refusals.none()) {
            return refusals.refused(facts.id());
        }
        TradeGraph writes = new TradeGraph(call, transaction);
        verdicts.forEach(verdict -> writes.update("Bid", verdict.bid(), verdict.values()));
        List<Verdict> admitted = verdicts.stream().filter(Verdict::valid).toList();
        if (admitted.isEmpty()) {
            DealGraph.end(facts, LotStatus.FAILED, "ALL_REJECTED", null, call, writes, transaction);
        } else {
            Map<String, @Nullable Object> evaluated = new HashMap<>();
            evaluated.put("status", LotStatus.EVALUATED.name());
            evaluated.put("evaluatedAt", call.now());
            writes.update("Lot", facts.lot(), evaluated);
            candidates(facts, admitted, asked, writes);
            if (facts.status() == LotStatus.AWARDED) {
                DealGraph.reopen(facts, writes);
            }
        }
        return CommandOutcome.done(facts.id(), writes.changes()).withEvents(List.of(TradeEvents.of(facts, List.of())));
    }

    /** The best become candidates, whatever was awarded before; who was one and is none of them is dropped. */
    private static void candidates(LotFacts facts, List<Verdict> admitted, int asked, TradeGraph writes) {
        Map<String, Map<String, Object>> before = facts.awards().stream()
                .collect(Collectors.toMap(award -> String.valueOf(award.get("supplier")), award -> award));
        Set<String> best = admitted.stream()
                .filter(verdict -> verdict.rank() <= asked)
                .map(Verdict::tenderer)
                .collect(Collectors.toSet());
        admitted.stream().filter(verdict -> verdict.rank() <= asked).forEach(verdict -> {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("status", "CANDIDATE");
            values.put("rank", (long) verdict.rank());
            values.put("amount", verdict.bid().get("price"));
            Map<String, Object> known = before.get(verdict.tenderer());
            if (known == null) {
                writes.create(
                        "Award",
                        NodeId.of("awd", List.of(facts.id(), verdict.tenderer())),
                        values,
                        List.of(Link.from("AWARDED", "Lot", facts.id()), Link.to("TO", "Company", verdict.tenderer())));
            } else {
                for (String undone : List.of("publicityFrom", "publicityTo", "noticeAt", "noticeNo")) {
                    values.put(undone, null);
                }
                writes.update("Award", known, values);
            }
        });
        before.entrySet().stream()
                .filter(award -> !best.contains(award.getKey()))
                .forEach(award -> writes.update("Award", award.getValue(), Map.of("status", "DROPPED")));
    }

    /** What the committee found about one bid. */
    record Verdict(Map<String, Object> bid, boolean valid, int rank, Map<String, @Nullable Object> values) {

        String tenderer() {
            return String.valueOf(bid.get("tenderer"));
        }
    }

    /** The report as it was sent, held against the bids that stand. */
    private record Report(CommandCall call, LotFacts facts, LotRefusals refusals) {

        List<Verdict> verdicts() {
            Map<String, Map<String, Object>> standing = facts.standing().stream()
                    .collect(Collectors.toMap(bid -> String.valueOf(bid.get("id")), bid -> bid));
            List<?> sent = (List<?>) Objects.requireNonNull(call.input().get("bids"));
            Set<String> named = sent.stream()
                    .map(item -> String.valueOf(((Map<?, ?>) item).get("bid")))
                    .collect(Collectors.toSet());
            if (named.size() != sent.size() || !named.equals(standing.keySet())) {
                refusals.all()
                        .add(
                                "BIDS_DIFFER",
                                "bids",
                                "bids：须逐一写明全部 " + standing.size() + " 个有效递交的投标，每个一次",
                                "bids: must name each of the " + standing.size() + " bids that stand, once");
                return List.of();
            }
            List<Verdict> verdicts = sent.stream()
                    .map(item -> {
                        Map<?, ?> found = (Map<?, ?>) item;
                        return verdict(found, Objects.requireNonNull(standing.get(String.valueOf(found.get("bid")))));
                    })
                    .toList();
            Set<Integer> ranks =
                    verdicts.stream().filter(Verdict::valid).map(Verdict::rank).collect(Collectors.toSet());
            int admitted = (int) verdicts.stream().filter(Verdict::valid).count();
            boolean whole = ranks.size() == admitted && ranks.stream().allMatch(rank -> rank >= 1 && rank <= admitted);
            if (!whole) {
                refusals.all()
                        .add(
                                "BAD_RANKS",
                                "bids",
                                "bids：有效投标的名次应为 1 至 " + admitted + "，各一个",
                                "bids: the ranks of admitted bids must be 1 to " + admitted + ", one each");
            }
            return verdicts;
        }

        private Verdict verdict(Map<?, ?> found, Map<String, Object> bid) {
            boolean valid = Boolean.TRUE.equals(found.get("valid"));
            String reason = found.get("rejectReason") instanceof String text ? text.strip() : "";
            if (valid && Boolean.FALSE.equals(bid.get("valid")) && facts.status() == LotStatus.OPENED) {
                refusals.all()
                        .conflict(
                                "BID_INVALID",
                                "bids",
                                "bids：" + bid.get("bidNo") + " 在开标时已认定无效，不能评为有效",
                                "bids: " + bid.get("bidNo")
                                        + " was found invalid at the opening and cannot be admitted");
            }
            if (!valid) {
                refusals.all().length("bids.rejectReason", reason, 2, 500);
            }
            int rank = found.get("rank") instanceof Integer given ? given : 0;
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("valid", valid);
            values.put("rejectReason", valid ? null : reason);
            values.put("rank", valid ? (Object) (long) rank : null);
            values.put("score", found.get("score"));
            return new Verdict(bid, valid, rank, values);
        }
    }
}
