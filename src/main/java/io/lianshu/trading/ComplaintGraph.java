package io.lianshu.trading;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Complaints to the department that oversees a tender, and what it does about them (投诉与处理). */
@Component
@OwnsItsThread
final class ComplaintGraph implements ClientCommand {

    private static final String FILE = "fileComplaint";
    private static final String ACCEPT = "acceptComplaint";
    private static final String DECLINE = "declineComplaint";
    private static final String DECIDE = "decideComplaint";
    private static final String WITHDRAW = "withdrawComplaint";

    private final CodeLists codes;

    ComplaintGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(FILE, ACCEPT, DECLINE, DECIDE, WITHDRAW);
    }

    /** That somebody tried to complain tells who means to bid. */
    @Override
    public boolean isVeiled(String mutation) {
        return mutation.equals(FILE) || mutation.equals(WITHDRAW);
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return switch (call.mutation()) {
            case FILE -> file(call, transaction);
            case WITHDRAW -> withdraw(call, transaction);
            default -> judge(call, transaction);
        };
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
        String stage = call.optionalText("stage");
        if (stage != null) {
            refusals.all().code("stage", "objection-stage", stage);
        }
        refusals.all().needed("content", 2, ChallengesGraph.LONGEST);
        ChallengesGraph.award(call, stage, facts, refusals);
        LocalDate known = refusals.all().past("knownOn");
        List<Map<String, Object>> objections = stage == null ? List.of() : facts.filedBy(company, stage, true);
        objected(call, stage, objections, facts, refusals);
        inTime(call, known, objections, facts, refusals);
        ChallengesGraph.notTwice(facts.filedBy(company, stage, false), refusals);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.all().found());
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("stage", stage);
        values.put("knownOn", known);
        List<Link> after = objections.stream()
                .limit(1)
                .map(objection -> Link.to("RAISED_AFTER", "Objection", String.valueOf(objection.get("id"))))
                .toList();
        return ChallengesGraph.file(
                "Complaint", "TS-", "cpt", values, after, company, facts, call, new TradeGraph(call, transaction));
    }

    /** 招标投标法实施条例第六十条: the tenderer is asked first. */
    private static void objected(
            CommandCall call,
            @Nullable String stage,
            List<Map<String, Object>> objections,
            LotFacts facts,
            LotRefusals refusals) {
        if (stage == null) {
            return;
        }
        if (objections.isEmpty()) {
            refusals.all()
                    .conflict(
                            "OBJECTION_FIRST",
                            "stage",
                            "stage：对招标文件、开标、评标结果的投诉应先提出异议（招标投标法实施条例第六十条）",
                            "stage: an objection comes before a complaint about documents, opening or result"
                                    + " (Implementing Regulation, article 60)");
            return;
        }
        Map<String, Object> last = objections.get(0);
        LocalDate filed = LotFacts.filedAt(last).toLocalDate();
        facts.rules()
                .find(RuleKind.OBJECTION_REPLY, refusals.all())
                .filter(rule -> LotFacts.isPending(last) && !call.today().isAfter(rule.endOf(filed, facts.calendar())))
                .ifPresent(rule -> refusals.broken(
                        "OBJECTION_OPEN",
                        "stage",
                        rule,
                        "贵单位的异议尚在答复期内，至 " + rule.endOf(filed, facts.calendar()) + " 未答复或不服答复方可投诉",
                        "your company's objection may still be answered until " + rule.endOf(filed, facts.calendar())
                                + "; complain about the answer, or when none has come by then"));
    }

    /** 招标投标法实施条例第六十条: so many days from learning of it, without those for which an answer was awaited. */
    private static void inTime(
            CommandCall call,
            LocalDate known,
            List<Map<String, Object>> objections,
            LotFacts facts,
            LotRefusals refusals) {
        long awaited = objections.stream()
                .mapToLong(objection -> {
                    ZonedDateTime filed = LotFacts.filedAt(objection);
                    ZonedDateTime until =
                            objection.get("repliedAt") instanceof ZonedDateTime replied ? replied : call.now();
                    return ChronoUnit.DAYS.between(filed.toLocalDate(), until.toLocalDate());
                })
                .sum();
        facts.rules()
                .find(RuleKind.COMPLAINT_FILING, refusals.all())
                .filter(rule ->
                        call.today().isAfter(rule.endOf(known, facts.calendar()).plusDays(awaited)))
                .ifPresent(rule -> refusals.broken(
                        "COMPLAINT_TOO_LATE",
                        "knownOn",
                        rule,
                        "投诉应自知道之日起 " + rule.days() + "内提出（不计异议答复期间），已于 "
                                + rule.endOf(known, facts.calendar()).plusDays(awaited) + " 届满",
                        "complaints come within " + rule.daysEnglish()
                                + " of learning of it, without the days for which an answer was awaited; that ended on "
                                + rule.endOf(known, facts.calendar()).plusDays(awaited)));
    }

    private CommandOutcome judge(CommandCall call, Transaction transaction) {
        String id = call.text("complaint");
        TradeGraph writes = new TradeGraph(call, transaction);
        Optional<LotFacts> found = ChallengesGraph.lot("Complaint", id, call, writes, transaction);
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "complaint");
        }
        LotFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        if (!facts.supervised()) {
            refusals.all().notYours("投诉由监督此招标项目的部门处理", "complaints are for the department that oversees this tender");
        }
        Map<String, Object> stored = writes.read("Complaint", id);
        Map<String, @Nullable Object> values = judged(call, stored, refusals);
        if (!refusals.none()) {
            return refusals.refused(id);
        }
        writes.update("Complaint", stored, values);
        if (facts.isOpened()) {
            ChallengesGraph.nameFilers(facts, transaction);
        }
        return CommandOutcome.done(id, writes.changes())
                .withEvents(List.of(ChallengesGraph.event(id, facts, ChallengesGraph.filers(id, facts))));
    }

    private static Map<String, @Nullable Object> judged(
            CommandCall call, Map<String, Object> stored, LotRefusals refusals) {
        Map<String, @Nullable Object> values = new HashMap<>();
        boolean accepted = stored.get("acceptedAt") != null;
        over(stored, refusals);
        if (!call.mutation().equals(DECIDE)) {
            if (accepted && LotFacts.isPending(stored)) {
                refusals.all()
                        .conflict("ALREADY_DONE", "complaint", "complaint：已受理", "complaint: it is accepted already");
            }
            if (call.mutation().equals(ACCEPT)) {
                values.put("acceptedAt", call.now());
                return values;
            }
            values.put("outcome", "NOT_ACCEPTED");
            values.put("basis", refusals.all().needed("basis", 2, 2_000));
            values.put("repliedAt", call.now());
            return values;
        }
        if (!accepted && LotFacts.isPending(stored)) {
            refusals.all()
                    .conflict(
                            "COMPLAINT_NOT_ACCEPTED",
                            "complaint",
                            "complaint：尚未受理，请先受理（招标投标法实施条例第六十一条）",
                            "complaint: it is accepted first, then decided (Implementing Regulation, article 61)");
        }
        values.put("outcome", ChallengesGraph.outcome(call, refusals));
        values.put("basis", refusals.all().needed("basis", 2, ChallengesGraph.LONGEST));
        values.put("docNo", refusals.all().needed("docNo", 2, 100));
        values.put("repliedAt", call.now());
        return values;
    }

    private static void over(Map<String, Object> stored, LotRefusals refusals) {
        if (!LotFacts.isPending(stored)) {
            refusals.all()
                    .conflict(
                            "ALREADY_DONE",
                            "complaint",
                            "complaint：已处理、不予受理或已撤回",
                            "complaint: it is decided, declined or withdrawn already");
        }
    }

    private CommandOutcome withdraw(CommandCall call, Transaction transaction) {
        String company = call.viewer().companyId();
        if (company == null) {
            return ChallengesGraph.noCompany();
        }
        String id = call.text("complaint");
        TradeGraph writes = new TradeGraph(call, transaction);
        Optional<LotFacts> found = ChallengesGraph.lot("Complaint", id, call, writes, transaction)
                .filter(facts -> ChallengesGraph.filers(id, facts).contains(company));
        if (found.isEmpty()) {
            return LotRefusals.unknown(call, codes, "complaint");
        }
        LotFacts facts = found.get();
        LotRefusals refusals = new LotRefusals(call, codes);
        Map<String, Object> stored = writes.read("Complaint", id);
        over(stored, refusals);
        String basis = refusals.all().needed("basis", 2, 500);
        if (!refusals.none()) {
            return refusals.refused(id);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("outcome", "WITHDRAWN");
        values.put("basis", basis);
        values.put("repliedAt", call.now());
        writes.update("Complaint", stored, values);
        CommandOutcome done = CommandOutcome.done(id, writes.changes())
                .withEvents(List.of(ChallengesGraph.event(id, facts, List.of())));
        return facts.isOpened() ? done : done.veil();
    }
}
