package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Committees drawn by lot inside the hub, so that nobody knows them before the result (招标投标法第三十七条). */
@Component
@OwnsItsThread
final class DrawGraph implements ClientCommand {

    private static final String EXPERTS_STATEMENT = CypherCatalog.statement("trading", "experts-to-draw");
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
        if (!Set.of(LotStatus.NOTICED, LotStatus.OPENED).contains(facts.status())) {
            refusals.all()
                    .conflict(
                            "NOT_NEXT",
                            "lot",
                            "lot：公告后、评标前抽取",
                            "lot: drawn after the notice and before the evaluation");
        } else if (facts.committee() > 0) {
            refusals.all().conflict("ALREADY_DONE", "lot", "lot：已抽取", "lot: its committee was drawn already");
        }
        List<String> sent = call.input().get("representatives") instanceof List<?> given
                ? given.stream().map(String::valueOf).distinct().toList()
                : List.of();
        int size = call.input().get("size") instanceof Integer asked ? asked : 0;
        size(size, sent.size(), facts, refusals);
        Record pool = transaction
                .run(EXPERTS_STATEMENT, Map.of("lot", facts.id(), "sent", sent, "now", call.now()))
                .single();
        if (pool.get("known").asInt() < sent.size()) {
            refusals.all().unknown("representatives");
        }
        List<String> experts = new ArrayList<>(pool.get("experts").asList(Value::asString));
        if (refusals.none() && experts.size() < size - sent.size()) {
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
        Collections.shuffle(experts, random);
        return drawn(facts, experts.subList(0, size - sent.size()), sent, call, transaction);
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
}
