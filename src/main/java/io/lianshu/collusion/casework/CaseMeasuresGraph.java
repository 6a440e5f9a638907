package io.lianshu.collusion.casework;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.command.NodeWrites;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Talks and kept securities of cases (案件约谈、保证金处理): both are trading's, whose commands are called in the same transaction. */
@Component
@OwnsItsThread
final class CaseMeasuresGraph implements ClientCommand {

    private static final String TALK_STATEMENT = CypherCatalog.statement("collusion", "interview-for-case");
    private static final String DEPOSIT_STATEMENT = CypherCatalog.statement("collusion", "deposit-for-case");
    private static final String SCHEDULE = "scheduleCaseInterview";
    private static final String RECORD = "recordCaseInterview";
    private static final String FORFEIT = "forfeitForCase";
    private static final String LED_TO = "LED_TO";
    private static final String INTERVIEW = "Interview";

    private final CodeLists codes;
    private final ObjectProvider<ClientCommand> commands;

    CaseMeasuresGraph(CodeLists codes, ObjectProvider<ClientCommand> commands) {
        this.codes = codes;
        this.commands = commands;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(SCHEDULE, RECORD, FORFEIT);
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return CaseGraph.step("case", call, codes, transaction, (facts, refusals) -> switch (call.mutation()) {
            case SCHEDULE -> schedule(call, facts, refusals, transaction);
            case RECORD -> record(call, facts, refusals, transaction);
            default -> forfeit(call, facts, refusals, transaction);
        });
    }

    /** Another command with the same input, in the same transaction. */
    private CommandOutcome other(String mutation, CommandCall call, Transaction transaction) {
        ClientCommand other = commands.stream()
                .filter(command -> command.mutations().contains(mutation))
                .findFirst()
                .orElseThrow();
        return other.carryOut(new CommandCall(mutation, call.input(), call.viewer(), call.now()), transaction);
    }

    private CommandOutcome schedule(
            CommandCall call, CaseFacts facts, CommandRefusals refusals, Transaction transaction) {
        CaseRefusals.open(facts, refusals);
        refusals.atMost("case", facts.talks().size() + 1, CaseRefusals.MOST_ON_PAPER);
        if (!facts.looksAt(CaseRefusals.ids("companies", CaseRefusals.MOST, call, refusals))) {
            refusals.add(
                    "NOT_IN_CASE",
                    "companies",
                    "companies：含有本案不涉及的企业，请先用 extendCase 补充",
                    "companies: the case does not look at all of them; add them with extendCase first");
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(facts.id(), refusals.found());
        }
        CommandOutcome arranged = other("scheduleInterview", call, transaction);
        if (arranged.isRefused()) {
            return CommandOutcome.refused(facts.id(), arranged.refusals());
        }
        NodeWrites writes = new NodeWrites(call, transaction, Set.of());
        writes.link(CaseGraph.LABEL, facts.id(), LED_TO, INTERVIEW, Objects.requireNonNull(arranged.subject()));
        writes.update(CaseGraph.LABEL, facts.matter(), Map.of());
        return done(facts, writes, arranged);
    }

    private CommandOutcome record(
            CommandCall call, CaseFacts facts, CommandRefusals refusals, Transaction transaction) {
        CaseRefusals.open(facts, refusals);
        String id = call.text("interview");
        List<Record> found =
                transaction.run(TALK_STATEMENT, Map.of("interview", id)).list();
        if (found.isEmpty()) {
            refusals.unknown("interview");
            return CommandOutcome.refused(facts.id(), refusals.found());
        }
        List<Map<String, Object>> companies = found.get(0).get("companies").asList(Value::asMap);
        List<String> with = companies.stream()
                .map(company -> String.valueOf(company.get("id")))
                .toList();
        refusals.atMost("case", facts.talks().size() + (facts.hasInterview(id) ? 0 : 1), CaseRefusals.MOST_ON_PAPER);
        refusals.atMost("case", facts.evidence().size() + 1, CaseRefusals.MOST_ON_PAPER);
        if (with.isEmpty() || !facts.looksAt(with)) {
            refusals.add(
                    "NOT_IN_CASE",
                    "interview",
                    "interview：约谈对象不是本案企业，请先用 extendCase 补充企业",
                    "interview: the case does not look at the companies that it was with; add them with extendCase first");
        }
        boolean held = "HELD".equals(found.get(0).get("talk").get("status").asString(""));
        ZonedDateTime opened =
                (ZonedDateTime) Objects.requireNonNull(facts.matter().get("openedAt"));
        ZonedDateTime at = held
                ? found.get(0).get("talk").get("heldAt").asZonedDateTime(opened)
                : Objects.requireNonNullElse(call.time("heldAt"), call.now());
        boolean earlier = at.isBefore(opened);
        if (earlier && !held) {
            refusals.add(
                    "BAD_VALUE",
                    "heldAt",
                    "heldAt：早于立卷时间；立卷前的约谈请用 recordInterview 登记后作为材料加入",
                    "heldAt: before the case was opened; a talk of before is recorded by recordInterview and then added");
        }
        List<Map<String, Object>> minutes =
                new ArrayList<>(EvidenceGraph.files("minutes", call, refusals, transaction));
        found.get(0).get("files").asList(Value::asMap).stream()
                .filter(file -> minutes.stream().noneMatch(given -> Objects.equals(given.get("id"), file.get("id"))))
                .forEach(minutes::add);
        if (!refusals.none()) {
            return CommandOutcome.refused(facts.id(), refusals.found());
        }
        CommandOutcome recorded =
                held ? CommandOutcome.done(id, List.of()) : other("recordInterview", call, transaction);
        if (recorded.isRefused()) {
            return CommandOutcome.refused(facts.id(), recorded.refusals());
        }
        NodeWrites writes = new NodeWrites(call, transaction, Set.of());
        if (!facts.hasInterview(id)) {
            writes.link(CaseGraph.LABEL, facts.id(), LED_TO, INTERVIEW, id);
        }
        CollectingGraph evidence = new CollectingGraph(call, facts.id(), facts.evidence(), writes, transaction);
        evidence.interview(writes.read(INTERVIEW, id), companies, minutes);
        Map<String, @Nullable Object> values = new HashMap<>();
        // A talk of before the case is evidence, but heard nobody about it.
        if (facts.status() == CaseStatus.SUSPECTED && !earlier) {
            values.put("status", CaseStatus.INTERVIEWED.name());
        }
        writes.update(CaseGraph.LABEL, facts.matter(), values);
        return done(facts, writes, recorded);
    }

    private CommandOutcome forfeit(
            CommandCall call, CaseFacts facts, CommandRefusals refusals, Transaction transaction) {
        if (facts.status() != CaseStatus.CONFIRMED) {
            refusals.conflict(
                    "CASE_NOT_CONFIRMED",
                    "case",
                    "case：只有查实（CONFIRMED）的案件可以据此不退保证金，请先作出决定",
                    "case: only for a confirmed case is a security kept; decide that first");
        }
        List<Record> secured = transaction
                .run(DEPOSIT_STATEMENT, Map.of("deposit", call.text("deposit")))
                .list();
        refusals.atMost("case", facts.forfeitures().size() + 1, CaseRefusals.MOST_ON_PAPER);
        boolean ours = secured.stream()
                .anyMatch(row -> facts.lots().contains(row.get("lot").asString())
                        && row.get("companies").asList(Value::asString).stream().anyMatch(facts.suspected()::contains));
        if (!ours) {
            refusals.add(
                    "NOT_IN_CASE",
                    "deposit",
                    "deposit：不是本案标段中涉嫌企业的保证金，请核对编号",
                    "deposit: it secures no bid of a suspected company in a lot of the case; check the id");
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(facts.id(), refusals.found());
        }
        CommandOutcome proposed = other("proposeForfeiture", call, transaction);
        if (proposed.isRefused()) {
            return CommandOutcome.refused(facts.id(), proposed.refusals());
        }
        NodeWrites writes = new NodeWrites(call, transaction, Set.of());
        writes.link(CaseGraph.LABEL, facts.id(), LED_TO, "Forfeiture", Objects.requireNonNull(proposed.subject()));
        writes.update(CaseGraph.LABEL, facts.matter(), Map.of());
        return done(facts, writes, proposed);
    }

    /** With all that both changed. */
    private static CommandOutcome done(CaseFacts facts, NodeWrites writes, CommandOutcome other) {
        List<NodeChange> changes = new ArrayList<>(other.changes());
        changes.addAll(writes.changes());
        return CommandOutcome.done(facts.id(), changes).withEvents(other.events());
    }
}
