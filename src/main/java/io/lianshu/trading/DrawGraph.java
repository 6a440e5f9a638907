package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.trading.CommitteeGraph.Member;
import io.lianshu.trading.CommitteeGraph.Pool;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/**
 * Committees drawn by lot inside the hub, so that nobody knows them before the result (招标投标法第三十七条). Until the opening a draw
 * knows nothing of bidders; whom it seated and a bidder ties is replaced after it.
 */
@Component
@OwnsItsThread
final class DrawGraph implements ClientCommand {

    private static final int LEAST = 3;
    private static final int MOST = 15;

    private final CodeLists codes;
    private final SecureRandom random = new SecureRandom();

    DrawGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("drawCommittee");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return LotGraph.step(call, codes, transaction, (facts, refusals) -> draw(call, facts, refusals, transaction));
    }

    private CommandOutcome draw(CommandCall call, LotFacts facts, LotRefusals refusals, Transaction transaction) {
        refusals.runsAt(facts.platform(), facts.mine());
        List<Member> members = CommitteeGraph.members(facts, transaction);
        List<Member> tied = members.stream().filter(Member::tied).toList();
        due(facts, tied, refusals);
        List<String> sent = call.ids("representatives");
        int size = call.input().get("size") instanceof Integer asked ? asked : 0;
        if (tied.isEmpty()) {
            size(size, sent.size(), facts, refusals);
        } else {
            replaced(size, sent.size(), members, tied, refusals);
        }
        Pool pool = CommitteeGraph.pool(facts, sent, members, transaction);
        people(pool, sent, members, refusals);
        int wanted = (tied.isEmpty() ? size : tied.size()) - sent.size();
        if (refusals.none() && pool.experts().size() < wanted) {
            refusals.all()
                    .conflict(
                            "TOO_FEW_EXPERTS",
                            "size",
                            "size：可抽取的专家不足，请先登记专家或减少人数",
                            "size: not enough experts can be drawn; enter more or ask for fewer");
        }
        if (!refusals.none()) {
            return refusals.refused(facts.id());
        }
        List<String> experts = new ArrayList<>(pool.experts());
        Collections.shuffle(experts, random);
        List<String> drawn = experts.subList(0, wanted);
        return tied.isEmpty()
                ? drawn(facts, drawn, sent, call, transaction)
                : replaced(facts, tied, drawn, sent, call, transaction);
    }

    private static void due(LotFacts facts, List<Member> tied, LotRefusals refusals) {
        boolean again = facts.status().next().contains(LotStatus.EVALUATED) && facts.needsAnotherEvaluation();
        if (!Set.of(LotStatus.NOTICED, LotStatus.OPENED).contains(facts.status()) && !again) {
            refusals.all()
                    .conflict(
                            "NOT_NEXT",
                            "lot",
                            "lot：公告后、评标前抽取",
                            "lot: drawn after the notice and before the evaluation");
        } else if (facts.committee() > 0 && tied.isEmpty()) {
            refusals.all()
                    .conflict(
                            "ALREADY_DONE",
                            "lot",
                            "lot：已抽取；开标后评委与投标人有利害关系的方可更换",
                            "lot: its committee was drawn already; after the opening members whom a bidder ties are replaced");
        }
    }

    private static void people(Pool pool, List<String> sent, List<Member> members, LotRefusals refusals) {
        if (pool.known() < sent.size() || members.stream().map(Member::person).anyMatch(sent::contains)) {
            refusals.all().unknown("representatives");
        } else if (pool.tied() > 0) {
            refusals.all()
                    .conflict(
                            "COMMITTEE_TIED",
                            "representatives",
                            "representatives：有代表与投标人有利害关系，请另派（招标投标法第三十七条）",
                            "representatives: a bidder ties one of them; send somebody else (Tendering and Bidding Law, article 37)");
        }
    }

    private static void size(int size, int sent, LotFacts facts, LotRefusals refusals) {
        refusals.all().between("size", size, LEAST, MOST);
        if (size % 2 == 0) {
            refusals.all()
                    .add(
                            "BAD_VALUE",
                            "size",
                            "size：评标委员会人数应为单数（招标投标法第三十七条）",
                            "size: a committee has an odd number of members (Tendering and Bidding Law, article 37)");
        }
        facts.rules()
                .find(RuleKind.COMMITTEE_SIZE, refusals.all())
                .filter(rule -> size < rule.count())
                .ifPresent(rule -> refusals.broken(
                        "COMMITTEE_TOO_SMALL",
                        "size",
                        rule,
                        "评标委员会不得少于 " + rule.count() + " 人",
                        "a committee has at least " + rule.count() + " members"));
        if (sent > 0 && sent >= size) {
            refusals.all()
                    .add(
                            "TOO_FEW_EXPERTS",
                            "representatives",
                            "representatives：至少一名成员须为抽取的专家，最多派 " + Math.max(0, size - 1) + " 名代表（招标投标法第三十七条）",
                            "representatives: at least one member is an expert who is drawn; send at most "
                                    + Math.max(0, size - 1) + " (Tendering and Bidding Law, article 37)");
            return;
        }
        facts.rules()
                .find(RuleKind.COMMITTEE_EXPERTS, refusals.all())
                .filter(rule -> (size - sent) * 100.0 < rule.value() * size)
                .ifPresent(rule -> refusals.broken(
                        "TOO_FEW_EXPERTS",
                        "representatives",
                        rule,
                        "专家不得少于成员总数的三分之二",
                        "at least two thirds of the members are experts"));
    }

    /** The committee keeps its size, and an expert is replaced by an expert. */
    private static void replaced(int size, int sent, List<Member> members, List<Member> tied, LotRefusals refusals) {
        refusals.all().between("size", size, members.size(), members.size());
        refusals.all().atMost("representatives", sent, (int)
                tied.stream().filter(Member::isSent).count());
    }

    private static CommandOutcome drawn(
            LotFacts facts, List<String> experts, List<String> sent, CommandCall call, Transaction transaction) {
        String number = Series.next("PB-" + call.today().getYear(), transaction);
        List<Link> links = new ArrayList<>(List.of(Link.to("JUDGED", "Lot", facts.id())));
        for (int i = 0; i < experts.size(); i++) {
            links.add(seat(experts.get(i), i == 0 ? "CHAIR" : "EXPERT"));
        }
        sent.forEach(person -> links.add(seat(person, "OWNER_REPRESENTATIVE")));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("committeeNo", number);
        values.put("drawnAt", call.now());
        TradeGraph writes = new TradeGraph(call, transaction);
        writes.create("Committee", NodeId.of("cmt", List.of(number)), values, links);
        return CommandOutcome.done(facts.id(), writes.changes());
    }

    private static Link seat(String person, String role) {
        return new Link("SAT_ON", false, "Person", person, Map.of("role", role));
    }

    private static CommandOutcome replaced(
            LotFacts facts,
            List<Member> tied,
            List<String> experts,
            List<String> sent,
            CommandCall call,
            Transaction transaction) {
        TradeGraph writes = new TradeGraph(call, transaction);
        CommitteeGraph.excuse(tied, transaction);
        String committee = tied.get(0).committee();
        boolean headless = tied.stream().anyMatch(member -> member.role().equals("CHAIR"));
        for (int i = 0; i < experts.size(); i++) {
            String role = headless && i == 0 ? "CHAIR" : "EXPERT";
            writes.link("Person", experts.get(i), "SAT_ON", "Committee", committee, Map.of("role", role));
        }
        sent.forEach(person -> writes.link(
                "Person", person, "SAT_ON", "Committee", committee, Map.of("role", "OWNER_REPRESENTATIVE")));
        writes.update("Committee", writes.read("Committee", committee), Map.of("drawnAt", call.now()));
        return CommandOutcome.done(facts.id(), writes.changes());
    }
}
