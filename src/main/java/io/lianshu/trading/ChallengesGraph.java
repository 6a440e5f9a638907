package io.lianshu.trading;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;

/**
 * What objections and complaints have in common (异议投诉). Before the opening no relation leads from one to the company that filed it,
 * so that none can be followed, and its number is drawn: a next one would tell when another was filed.
 */
@OwnsItsThread
final class ChallengesGraph {

    static final int LONGEST = 5_000;

    private static final String NAME_STATEMENT = CypherCatalog.statement("trading", "name-filers");

    private ChallengesGraph() {}

    static CommandOutcome noCompany() {
        return CommandOutcome.refused(
                "NO_COMPANY",
                null,
                "您的账号没有关联企业，请联系管理员",
                "your account acts for no company; ask an administrator to link it");
    }

    /** Says of the challenges of a lot that is opened who filed them. */
    static void nameFilers(LotFacts facts, Transaction transaction) {
        transaction.run(NAME_STATEMENT, Map.of("lot", facts.id())).consume();
    }

    /** The lot that a challenge is about, locked; empty when there is no such challenge. */
    static Optional<LotFacts> lot(
            String label, String id, CommandCall call, TradeGraph writes, Transaction transaction) {
        return writes.other(label, id, "AGAINST", true, "Lot")
                .or(() -> writes.other(label, id, "AGAINST", true, "Award")
                        .flatMap(award -> writes.other("Award", award, "AWARDED", false, "Lot")))
                .flatMap(lot -> LotGraph.lock(lot, call, transaction));
    }

    /** The candidate that the input names; it speaks against the call when it is none of this lot's, or none is asked for. */
    static void award(CommandCall call, @Nullable String stage, LotFacts facts, LotRefusals refusals) {
        String award = call.optionalText("award");
        if (award == null) {
            return;
        }
        if (!"RESULT".equals(stage)) {
            refusals.all()
                    .add(
                            "BAD_VALUE",
                            "award",
                            "award：只有对评标结果（RESULT）才能写候选人",
                            "award: only of one to the result (RESULT)");
        } else if (facts.awards().stream().noneMatch(known -> award.equals(known.get("id")))) {
            refusals.all().unknown("award");
        }
    }

    /** A company waits for the answer before it files the same again. */
    static void notTwice(List<Map<String, Object>> before, LotRefusals refusals) {
        if (before.stream().anyMatch(LotFacts::isPending)) {
            refusals.all()
                    .conflict(
                            "ALREADY_FILED",
                            "lot",
                            "lot：贵单位就此已提出且尚未处理，请等待处理结果",
                            "lot: your company has filed one about this that is pending; wait for its outcome");
        }
    }

    /** One of the outcomes that an answer may have. */
    static String outcome(CommandCall call, LotRefusals refusals) {
        String outcome = call.text("outcome");
        if (!List.of("UPHELD", "PARTLY_UPHELD", "REJECTED").contains(outcome)) {
            refusals.all()
                    .add(
                            "BAD_CODE",
                            "outcome",
                            "outcome：应为 UPHELD、PARTLY_UPHELD 或 REJECTED",
                            "outcome: must be UPHELD, PARTLY_UPHELD or REJECTED");
        }
        return outcome;
    }

    /** Writes a new one; the audit and the company's name wait for the opening. */
    static CommandOutcome file(
            String label,
            String prefix,
            String kind,
            Map<String, @Nullable Object> given,
            List<Link> more,
            String company,
            LotFacts facts,
            CommandCall call,
            TradeGraph writes) {
        String number = prefix + NodeId.random(kind).substring(4, 16).toUpperCase(Locale.ROOT);
        String id = NodeId.of(kind, List.of(number));
        boolean opened = facts.isOpened();
        Map<String, @Nullable Object> values = new HashMap<>(given);
        values.put(label.equals("Objection") ? "objectionNo" : "complaintNo", number);
        values.put("content", call.optionalText("content"));
        values.put("filedAt", call.now());
        values.put("outcome", "PENDING");
        values.put("filers", List.of(company));
        String award = call.optionalText("award");
        List<Link> links = new ArrayList<>(more);
        links.add(award == null ? Link.to("AGAINST", "Lot", facts.id()) : Link.to("AGAINST", "Award", award));
        if (opened) {
            links.add(Link.to("FILED_BY", "Company", company));
        }
        writes.create(label, id, values, links);
        CommandOutcome done =
                CommandOutcome.done(id, writes.changes()).withEvents(List.of(event(id, facts, List.of())));
        return opened ? done : done.veil();
    }

    /** Tells those who oversee the tender, who buys, and some companies; nobody learns who else is told. */
    static WorkEvent event(String challenge, LotFacts facts, List<String> companies) {
        List<String> audience = new ArrayList<>(facts.concerned());
        audience.addAll(companies);
        return WorkEvent.of(WorkKind.TRADE_CHANGED, challenge, audience);
    }

    /** The companies that filed it, as the lot's facts have it. */
    static List<String> filers(String challenge, LotFacts facts) {
        return facts.challenges().stream()
                .filter(known -> challenge.equals(known.get("id")))
                .map(known -> Objects.requireNonNull(known.get("filers")))
                .flatMap(filers -> ((List<?>) filers).stream())
                .map(String::valueOf)
                .distinct()
                .toList();
    }
}
