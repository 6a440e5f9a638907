package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/**
 * What a company answers that was invited to bid together with another (联合体邀请的确认). Nobody is bound by another's word: until it
 * joins by its own account it is no bidder, and it learns of the bid only where and by whom it was invited.
 */
@Component
@OwnsItsThread
final class JoiningGraph implements ClientCommand {

    private static final String INVITED_STATEMENT = CypherCatalog.statement("trading", "invited-bid");
    private static final String JOIN = "joinBid";

    private final CodeLists codes;

    JoiningGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(JOIN, "declineBid");
    }

    /** That somebody answered tells who means to bid. */
    @Override
    public boolean isVeiled(String mutation) {
        return true;
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String company = call.viewer().companyId();
        if (company == null) {
            return ChallengesGraph.noCompany();
        }
        String id = call.text("bid");
        Optional<LotFacts> found =
                transaction.run(INVITED_STATEMENT, Map.of("bid", id, "company", company)).list().stream()
                        .findFirst()
                        .flatMap(row -> LotGraph.lock(row.get("lot").asString(), call, transaction));
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "bid");
        }
        LotFacts facts = found.get();
        // Read after the lock, so that of two answers at once the second sees what the first did.
        Map<String, Object> bid = facts.bids().stream()
                .filter(one -> id.equals(one.get("id")))
                .findFirst()
                .orElseThrow();
        LotRefusals refusals = new LotRefusals(call, codes);
        BidGraph.open("bid", call, facts, refusals);
        boolean joins = call.mutation().equals(JOIN);
        answered(bid, company, joins, refusals);
        if (joins && refusals.none()) {
            free(facts, company, refusals);
            BidderGraph.mayBid(company, List.of(), "bid", call, facts, refusals, transaction);
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        return answer(call, bid, company, joins, transaction);
    }

    private static void answered(Map<String, Object> bid, String company, boolean joins, LotRefusals refusals) {
        if (bid.get("withdrawnAt") != null) {
            refusals.all()
                    .conflict("ALREADY_DONE", "bid", "bid：该投标已撤回，无需答复", "bid: it was withdrawn and needs no answer");
        } else if (LotFacts.ids(bid, "bidders").contains(company)) {
            refusals.all()
                    .conflict(
                            "ALREADY_DONE",
                            "bid",
                            "bid：贵单位已参加此联合体；要退出的，请牵头人截止前撤回投标",
                            "bid: your company joined already; to leave, ask the leader to withdraw the bid before the deadline");
        } else if (!joins && LotFacts.ids(bid, "declined").contains(company)) {
            refusals.all().conflict("ALREADY_DONE", "bid", "bid：贵单位已谢绝", "bid: your company declined already");
        }
    }

    /** 招标投标法实施条例第三十七条: alone or in one consortium, not both. */
    private static void free(LotFacts facts, String company, LotRefusals refusals) {
        if (facts.bidOf(company).isPresent()) {
            refusals.all()
                    .conflict(
                            "BID_EXISTS",
                            "bid",
                            "bid：贵单位在此标段已有投标或已参加另一联合体，不能再参加（招标投标法实施条例第三十七条）；截止前可先撤回自己的投标",
                            "bid: your company has a bid in this lot, or joined another, and may not join (Implementing Regulation, article"
                                    + " 37); before the deadline it may withdraw its own");
        }
    }

    private static CommandOutcome answer(
            CommandCall call, Map<String, Object> bid, String company, boolean joins, Transaction transaction) {
        String id = String.valueOf(bid.get("id"));
        List<String> declined = new ArrayList<>(LotFacts.ids(bid, "declined"));
        declined.remove(company);
        Map<String, @Nullable Object> values = new HashMap<>();
        TradeGraph writes = new TradeGraph(call, transaction);
        if (joins) {
            List<String> bidders = new ArrayList<>(LotFacts.ids(bid, "bidders"));
            bidders.add(company);
            values.put("bidders", bidders);
            writes.link("Company", company, "JOINED", "Bid", id);
        } else {
            declined.add(company);
        }
        values.put("declined", declined.isEmpty() ? null : declined);
        writes.update("Bid", bid, values);
        return CommandOutcome.done(id, writes.changes()).veil();
    }
}
