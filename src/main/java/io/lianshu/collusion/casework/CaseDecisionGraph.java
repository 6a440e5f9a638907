package io.lianshu.collusion.casework;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.FourEyes;
import io.lianshu.platform.command.NodeWrites;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Decisions on cases: one person proposes, another approves, and only then anything follows (案件决定). */
@Component
@OwnsItsThread
final class CaseDecisionGraph implements ClientCommand {

    private static final String CLEAR_STATEMENT = CypherCatalog.statement("collusion", "clear-suspects");
    private static final String SUSPECT_STATEMENT = CypherCatalog.statement("collusion", "suspect-companies");
    private static final String COMPANIES_STATEMENT = CypherCatalog.statement("collusion", "companies-of-decision");
    private static final String LABEL = "CaseDecision";
    private static final String PROPOSE = "proposeCaseDecision";
    private static final String APPROVE = "approveCaseDecision";
    private static final String STATUS = "status";
    private static final String PERSON = "Person";
    private static final String OUTCOME = "outcome";

    private final CodeLists codes;

    CaseDecisionGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(PROPOSE, APPROVE, "rejectCaseDecision");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return call.mutation().equals(PROPOSE)
                ? CaseGraph.step(
                        "case",
                        call,
                        codes,
                        transaction,
                        (facts, refusals) -> propose(call, facts, refusals, transaction))
                : CaseGraph.step(
                        "decision",
                        call,
                        codes,
                        transaction,
                        (facts, refusals) -> decide(call, facts, refusals, transaction));
    }

    private static CommandOutcome propose(
            CommandCall call, CaseFacts facts, CommandRefusals refusals, Transaction transaction) {
        CaseStatus outcome =
                CaseStatus.of(call.text(OUTCOME)).filter(CaseStatus::isDecided).orElse(null);
        List<String> companies = CaseRefusals.ids("companies", CaseRefusals.MOST, call, refusals);
        if (outcome == null) {
            refusals.add(
                    "BAD_CODE",
                    OUTCOME,
                    "outcome：应为 SUSPECTED、CLEARED、TRANSFERRED、CONFIRMED 之一",
                    "outcome: must be one of SUSPECTED, CLEARED, TRANSFERRED, CONFIRMED");
        } else {
            CaseGuards.check(facts, outcome, companies, OUTCOME, refusals);
        }
        if (!facts.proposed().isEmpty()) {
            refusals.conflict(
                    "DECISION_OPEN",
                    "case",
                    "case：已有决定待批准（" + facts.proposed().get(0) + "），请先批准或不予批准",
                    "case: a decision waits to be approved (" + facts.proposed().get(0)
                            + "); approve or reject it first");
        }
        refusals.atMost("case", facts.decisions() + 1, CaseRefusals.MOST_ON_PAPER);
        String basis = refusals.needed("basis", 5, 5_000);
        String number = refusals.needed("docNo", 2, 100);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String me = Objects.requireNonNull(call.viewer().personId());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(OUTCOME, Objects.requireNonNull(outcome).name());
        values.put("basis", basis);
        values.put("docNo", number);
        values.put(STATUS, "PROPOSED");
        values.put("proposedAt", call.now());
        values.putAll(FourEyes.proposedBy(call));
        List<Link> links = new ArrayList<>();
        links.add(Link.from("DECIDED_BY", CaseGraph.LABEL, facts.id()));
        links.add(Link.to("PROPOSED_BY", PERSON, me));
        companies.forEach(company -> links.add(Link.to("RULES_ON", "Company", company)));
        NodeWrites writes = new NodeWrites(call, transaction, Set.of());
        String id = NodeId.random("cdc");
        writes.create(LABEL, id, values, links);
        return CommandOutcome.done(id, writes.changes());
    }

    private static CommandOutcome decide(
            CommandCall call, CaseFacts facts, CommandRefusals refusals, Transaction transaction) {
        String id = call.text("decision");
        NodeWrites writes = new NodeWrites(call, transaction, Set.of());
        Map<String, Object> stored = writes.read(LABEL, id);
        if (stored.isEmpty()) {
            refusals.unknown("decision");
            return CommandOutcome.refused(null, refusals.found());
        }
        if (!"PROPOSED".equals(stored.get(STATUS))) {
            refusals.conflict(
                    "ALREADY_DONE", "decision", "decision：已批准或已不予批准", "decision: it was approved or rejected already");
        }
        boolean approves = call.mutation().equals(APPROVE);
        String reason = approves ? "" : refusals.needed("reason", 2, 500);
        CaseStatus outcome = CaseStatus.of(String.valueOf(stored.get(OUTCOME))).orElseThrow();
        List<String> companies = transaction
                .run(COMPANIES_STATEMENT, Map.of("decision", id))
                .list(row -> row.get("company").asString());
        if (approves && refusals.none()) {
            if (FourEyes.isProposer(call, stored, transaction)) {
                refusals.conflict(
                        "SAME_PERSON",
                        "decision",
                        "decision：拟定人不能批准自己拟定的决定，请由他人批准",
                        "decision: who proposed it may not approve it; somebody else must");
            }
            CaseGuards.check(facts, outcome, companies, "decision", refusals);
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(id, refusals.found());
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(STATUS, approves ? "APPROVED" : "REJECTED");
        values.put("decidedAt", call.now());
        values.put("reason", approves ? null : reason);
        writes.update(LABEL, stored, values);
        writes.link(
                LABEL,
                id,
                "APPROVED_BY",
                PERSON,
                Objects.requireNonNull(call.viewer().personId()));
        if (approves) {
            effect(call, facts, outcome, companies, writes, transaction);
        }
        return CommandOutcome.done(id, writes.changes());
    }

    private static void effect(
            CommandCall call,
            CaseFacts facts,
            CaseStatus outcome,
            List<String> companies,
            NodeWrites writes,
            Transaction transaction) {
        Map<String, @Nullable Object> values = new HashMap<>();
        if (outcome == CaseStatus.SUSPECTED) {
            values.put("suspectedAt", facts.matter().getOrDefault("suspectedAt", call.now()));
            values.put("legalHold", true);
            values.put("holdReason", "认定涉嫌，自动保全 / held with the decision to suspect");
            judge(SUSPECT_STATEMENT, companies.isEmpty() ? facts.companyIds() : companies, call, facts, transaction);
        } else if (outcome == CaseStatus.CLEARED) {
            judge(CLEAR_STATEMENT, companies.isEmpty() ? facts.suspected() : companies, call, facts, transaction);
        }
        if (companies.isEmpty() || facts.status().next().contains(CaseStatus.SUSPECTED)) {
            values.put(STATUS, outcome.name());
            if (outcome != CaseStatus.SUSPECTED) {
                values.put(OUTCOME, outcome.name());
                values.put("decidedAt", call.now());
            }
        }
        writes.update(CaseGraph.LABEL, facts.matter(), values);
    }

    private static void judge(
            String statement, List<String> companies, CommandCall call, CaseFacts facts, Transaction transaction) {
        transaction
                .run(statement, Map.of("case", facts.id(), "companies", companies, "at", call.now()))
                .consume();
    }
}
