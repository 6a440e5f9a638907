package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** The opening: one recorded act from which on everybody who may see bids sees all of them at once (开标). */
@Component
@OwnsItsThread
final class OpeningGraph implements ClientCommand {

    private static final int LONGEST_PLACE = 100;

    private final CodeLists codes;

    OpeningGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("openBids");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return LotGraph.step(call, codes, transaction, (facts, refusals) -> open(call, facts, refusals, transaction));
    }

    private static CommandOutcome open(
            CommandCall call, LotFacts facts, LotRefusals refusals, Transaction transaction) {
        refusals.step(facts, LotStatus.OPENED);
        String place = refusals.all().optional("place", LONGEST_PLACE);
        due(call, facts, refusals);
        answered(facts, refusals);
        int least = "SINGLE_SOURCE".equals(facts.tender().get("procurementMethod"))
                ? 1
                : facts.rules()
                        .find(RuleKind.LEAST_BIDDERS, refusals.all())
                        .map(TradeRule::count)
                        .orElse(1);
        if (!refusals.none()) {
            return refusals.refused(facts.id());
        }
        List<Map<String, Object>> bids = facts.standing();
        TradeGraph writes = new TradeGraph(call, transaction);
        if (bids.size() < least) {
            DealGraph.end(facts, LotStatus.FAILED, "TOO_FEW_BIDDERS", null, call, writes, transaction);
            return CommandOutcome.done(facts.id(), writes.changes())
                    .withEvents(List.of(TradeEvents.of(facts, List.of())));
        }
        open(facts, bids.size(), place, call, writes, transaction);
        reject(bids, writes);
        ChallengesGraph.nameFilers(facts, transaction);
        List<String> bidders =
                bids.stream().flatMap(bid -> bidders(bid).stream()).toList();
        return CommandOutcome.done(facts.id(), writes.changes())
                .withEvents(List.of(TradeEvents.of(facts, bidders)))
                .unveiling(Stream.concat(
                                facts.bids().stream().flatMap(OpeningGraph::hidden),
                                facts.challenges().stream().map(challenge -> String.valueOf(challenge.get("id"))))
                        .toList());
    }

    /** 招标投标法第三十四条: at the deadline, not before it. */
    private static void due(CommandCall call, LotFacts facts, LotRefusals refusals) {
        ZonedDateTime deadline = facts.deadline();
        if (deadline != null && call.now().isBefore(deadline)) {
            refusals.all()
                    .conflict(
                            "BEFORE_DEADLINE",
                            "lot",
                            "lot：投标截止时间 " + deadline.toOffsetDateTime() + " 之前不得开标（招标投标法第三十四条）",
                            "lot: bids are not opened before the deadline, " + deadline.toOffsetDateTime()
                                    + " (Tendering and Bidding Law, article 34)");
        }
    }

    /** 招标投标法实施条例第二十二条: the procedure rests until objections to the documents are answered. */
    private static void answered(LotFacts facts, LotRefusals refusals) {
        long open = facts.openObjections("DOCUMENTS");
        if (open > 0) {
            refusals.all()
                    .conflict(
                            "CHALLENGE_OPEN",
                            "lot",
                            "lot：有 " + open + " 件对招标文件的异议未答复，答复前暂停招标投标活动（招标投标法实施条例第二十二条）",
                            "lot: objections to the documents are pending (" + open
                                    + "); the procedure rests until they are answered (Implementing Regulation, article 22)");
        }
    }

    private static void open(
            LotFacts facts,
            int bidders,
            @Nullable String place,
            CommandCall call,
            TradeGraph writes,
            Transaction transaction) {
        Map<String, @Nullable Object> opened = new HashMap<>();
        opened.put("status", LotStatus.OPENED.name());
        opened.put("openedAt", call.now());
        writes.update("Lot", facts.lot(), opened);
        String number = Series.next("KB-" + call.today().getYear(), transaction);
        Map<String, @Nullable Object> record = new HashMap<>();
        record.put("recordNo", number);
        record.put("openedAt", call.now());
        record.put("bidderCount", (long) bidders);
        record.put("place", place);
        writes.create(
                "OpeningRecord",
                NodeId.of("opn", List.of(number)),
                record,
                List.of(Link.from("OPENED_AS", "Lot", facts.id())));
    }

    /**
     * 招标投标法第三十一条、实施条例第三十七条: bids of a consortium that not all joined, and of those who stand in two of a lot, alone or
     * in consortia, are invalid.
     */
    private static void reject(List<Map<String, Object>> bids, TradeGraph writes) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        bids.forEach(bid -> bidders(bid).forEach(company -> {
            if (!seen.add(company)) {
                twice.add(company);
            }
        }));
        bids.forEach(bid -> {
            String reason = null;
            if (bidders(bid).stream().anyMatch(twice::contains)) {
                reason = "同一单位在本标段参加了两个投标（招标投标法实施条例第三十七条）";
            } else if (!bidders(bid).containsAll(LotFacts.ids(bid, "invited"))) {
                reason = "联合体成员截止前未全部确认参加（招标投标法第三十一条）";
            }
            if (reason != null) {
                Map<String, @Nullable Object> values = new HashMap<>();
                values.put("valid", false);
                values.put("rejectReason", reason);
                writes.update("Bid", bid, values);
            }
        });
    }

    /** A bid and its securities. */
    private static Stream<String> hidden(Map<String, Object> bid) {
        Stream<String> securities =
                bid.get("deposits") instanceof List<?> ids ? ids.stream().map(String::valueOf) : Stream.empty();
        return Stream.concat(Stream.of(String.valueOf(bid.get("id"))), securities);
    }

    private static List<String> bidders(Map<String, Object> bid) {
        List<String> known = LotFacts.ids(bid, "bidders");
        return known.isEmpty() ? List.of(String.valueOf(bid.get("tenderer"))) : known;
    }
}
