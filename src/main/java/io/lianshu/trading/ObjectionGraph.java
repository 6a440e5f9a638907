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

/** Objections to documents, openings and results, and their answers (异议与答复). */
@Component
@OwnsItsThread
final class ObjectionGraph implements ClientCommand {

    private static final String FILE = "fileObjection";

    private final CodeLists codes;

    ObjectionGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(FILE, "replyObjection");
    }

    /** That somebody tried to object tells who means to bid. */
    @Override
    public boolean isVeiled(String mutation) {
        return mutation.equals(FILE);
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return call.mutation().equals(FILE) ? file(call, transaction) : reply(call, transaction);
    }

    private CommandOutcome file(CommandCall call, Transaction transaction) {
        String company = call.viewer().companyId();
        if (company == null) {
            return ChallengesGraph.noCompany();
        }
        Optional<LotFacts> found = LotGraph.lock(call.text("lot"), call, transaction);
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "lot");
        }
        LotFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        String stage = refusals.all().code("stage", "objection-stage");
        refusals.all().needed("content", 2, ChallengesGraph.LONGEST);
        ChallengesGraph.award(call, stage, facts, refusals);
        switch (stage) {
            case "DOCUMENTS" -> documents(call, facts, refusals);
            case "OPENING" -> opening(call, company, facts, refusals);
            case "RESULT" -> result(call, facts, refusals);
            default -> {}
        }
        ChallengesGraph.notTwice(facts.filedBy(company, stage, true), refusals);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("stage", stage);
        return ChallengesGraph.file(
                "Objection", "YY-", "obj", values, List.of(), company, facts, call, new TradeGraph(call, transaction));
    }

    /** 招标投标法实施条例第二十二条: so many days before the deadline. */
    private static void documents(CommandCall call, LotFacts facts, LotRefusals refusals) {
        ZonedDateTime deadline = facts.deadline();
        if (facts.status() != LotStatus.NOTICED || deadline == null) {
            refusals.all()
                    .conflict(
                            "NOT_OPEN_FOR_OBJECTIONS",
                            "stage",
                            "stage：此标段的招标文件现在不接受异议，公告后至截止前规定日期可提出",
                            "stage: the documents of this lot take no objections now; they do from the tender notice on");
            return;
        }
        facts.rules()
                .find(RuleKind.OBJECTION_DOCUMENTS, refusals.all())
                .filter(rule -> call.now().isAfter(deadline.minusDays(rule.count())))
                .ifPresent(rule -> refusals.broken(
                        "OBJECTION_TOO_LATE",
                        "stage",
                        rule,
                        "对招标文件的异议应在投标截止 " + rule.days() + "前，即 "
                                + deadline.minusDays(rule.count()).toOffsetDateTime() + " 前提出",
                        "objections to the documents come " + rule.daysEnglish() + " before the deadline, by "
                                + deadline.minusDays(rule.count()).toOffsetDateTime()));
    }

    /** 招标投标法实施条例第四十四条: at the opening, by those who bid. */
    private static void opening(CommandCall call, String company, LotFacts facts, LotRefusals refusals) {
        ZonedDateTime opened = facts.isOpened() ? (ZonedDateTime) facts.lot().get("openedAt") : null;
        if (opened == null
                || !opened.withZoneSameInstant(call.now().getZone())
                        .toLocalDate()
                        .equals(call.today())) {
            refusals.all()
                    .conflict(
                            opened == null ? "NOT_OPENED" : "OBJECTION_TOO_LATE",
                            "stage",
                            "stage：对开标的异议应在开标当日现场提出（招标投标法实施条例第四十四条）",
                            "stage: objections to the opening are made on its day (Implementing Regulation, article 44)");
            return;
        }
        boolean bid = facts.bids().stream()
                .anyMatch(known -> company.equals(known.get("tenderer"))
                        || (known.get("bidders") instanceof List<?> bidders && bidders.contains(company)));
        if (!bid) {
            refusals.all()
                    .conflict(
                            "NOT_BIDDER",
                            "stage",
                            "stage：只有此标段的投标人可对开标提出异议（招标投标法实施条例第四十四条）",
                            "stage: only those who bid in this lot may object to its opening (Implementing Regulation, article 44)");
        }
    }

    /** 招标投标法实施条例第五十四条: during the publicity. */
    private static void result(CommandCall call, LotFacts facts, LotRefusals refusals) {
        LocalDate last = facts.publicityTo();
        if (facts.status() != LotStatus.PUBLICISED || last == null) {
            refusals.all()
                    .conflict(
                            "NOT_PUBLICISED",
                            "stage",
                            "stage：候选人未在公示，对评标结果的异议在公示期内提出（招标投标法实施条例第五十四条）",
                            "stage: the candidates are not being made public; objections to the result come during the publicity"
                                    + " (Implementing Regulation, article 54)");
        } else if (call.today().isAfter(last)) {
            refusals.all()
                    .conflict(
                            "OBJECTION_TOO_LATE",
                            "stage",
                            "stage：公示已于 " + last + " 期满（招标投标法实施条例第五十四条）",
                            "stage: the publicity ended on " + last + " (Implementing Regulation, article 54)");
        }
    }

    private CommandOutcome reply(CommandCall call, Transaction transaction) {
        String id = call.text("objection");
        TradeGraph writes = new TradeGraph(call, transaction);
        Optional<LotFacts> found = ChallengesGraph.lot("Objection", id, call, writes, transaction);
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "objection");
        }
        LotFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        refusals.runsAt(facts.platform(), facts.mine());
        String outcome = ChallengesGraph.outcome(call, refusals);
        String reply = refusals.all().needed("reply", 2, ChallengesGraph.LONGEST);
        Map<String, Object> stored = writes.read("Objection", id);
        if (!LotFacts.isPending(stored) || stored.get("repliedAt") != null) {
            refusals.all().conflict("ALREADY_DONE", "objection", "objection：已答复", "objection: it is answered already");
        }
        if (!refusals.none()) {
            return refusals.refused(id);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("outcome", outcome);
        values.put("reply", reply);
        values.put("repliedAt", call.now());
        writes.update("Objection", stored, values);
        if (facts.isOpened()) {
            ChallengesGraph.nameFilers(facts, transaction);
        }
        return CommandOutcome.done(id, writes.changes())
                .withEvents(List.of(ChallengesGraph.event(id, facts, ChallengesGraph.filers(id, facts))));
    }
}
