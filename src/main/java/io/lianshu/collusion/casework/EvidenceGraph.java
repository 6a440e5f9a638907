package io.lianshu.collusion.casework;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeWrites;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Collects evidence, and keeps who has it (固定与移交证据). */
@Component
@OwnsItsThread
final class EvidenceGraph implements ClientCommand {

    private static final String SIGNALS_STATEMENT = CypherCatalog.statement("collusion", "signals-for-case");
    private static final String CASES_STATEMENT = CypherCatalog.statement("collusion", "cases-of-leads");
    private static final String FILES_STATEMENT = CypherCatalog.statement("collusion", "files-for-case");
    private static final String ADD = "addEvidence";
    private static final String HAND_OVER = "handOverEvidence";
    private static final int MOST_FILES = 10;
    /** So that a dossier has all of it, talks that are recorded later too. */
    private static final int MOST_EVIDENCE = 70;

    private final CodeLists codes;
    private final PathGraph paths;

    EvidenceGraph(CodeLists codes, PathGraph paths) {
        this.codes = codes;
        this.paths = paths;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(ADD, HAND_OVER);
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return call.mutation().equals(ADD)
                ? CaseGraph.step(
                        "case", call, codes, transaction, (facts, refusals) -> add(call, facts, refusals, transaction))
                : CaseGraph.step(
                        "evidence",
                        call,
                        codes,
                        transaction,
                        (facts, refusals) -> handOver(call, refusals, transaction));
    }

    private CommandOutcome add(CommandCall call, CaseFacts facts, CommandRefusals refusals, Transaction transaction) {
        CaseRefusals.still(facts, refusals);
        List<Lead> leads = leads(call, refusals, transaction);
        List<Map<String, Object>> files = files("files", call, refusals, transaction);
        free(leads, facts.id(), refusals, transaction);
        if (leads.isEmpty() && files.isEmpty() && refusals.none()) {
            refusals.missing("signals", "须有线索或文件", "there must be leads or files");
        }
        List<String> elsewhere = leads.stream()
                .map(Lead::lot)
                .filter(lot -> !facts.lots().contains(lot))
                .toList();
        if (!elsewhere.isEmpty()) {
            refusals.add(
                    "NOT_IN_CASE",
                    "signals",
                    "signals：线索所在标段不在本案，请先用 extendCase 补充",
                    "signals: the lot of a lead is not in the case; add it with extendCase first");
        }
        String note = call.ids("files").isEmpty() ? "" : refusals.needed("note", 2, 500);
        if (!refusals.none()) {
            return CommandOutcome.refused(facts.id(), refusals.found());
        }
        NodeWrites writes = new NodeWrites(call, transaction, Set.of());
        CollectingGraph evidence = new CollectingGraph(call, facts.id(), facts.evidence(), writes, transaction);
        leads.forEach(lead -> evidence.lead(lead, paths));
        files.forEach(file -> evidence.file(file, note));
        if (evidence.written() == 0) {
            refusals.conflict(
                    "ALREADY_THERE",
                    "signals",
                    "signals：均已固定，内容未变",
                    "signals: all were collected before and have not changed");
        }
        refusals.atMost("case", facts.evidence().size() + evidence.written(), MOST_EVIDENCE);
        if (!refusals.none()) {
            return CommandOutcome.refused(facts.id(), refusals.found());
        }
        return CommandOutcome.done(facts.id(), writes.changes());
    }

    private static CommandOutcome handOver(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        String evidence = call.text("evidence");
        NodeWrites writes = new NodeWrites(call, transaction, Set.of());
        Map<String, Object> stored = writes.read("Evidence", evidence);
        if (stored.isEmpty()) {
            refusals.unknown("evidence");
        }
        refusals.atMost("evidence", CustodyGraph.length(evidence, transaction) + 1, CaseRefusals.MOST_ON_PAPER);
        String note = refusals.needed("note", 5, 500);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        CustodyGraph.append(
                evidence,
                "HANDED_OVER",
                call.viewer(),
                note,
                String.valueOf(stored.get("sha256")),
                call.now(),
                writes,
                transaction);
        return CommandOutcome.done(evidence, writes.changes());
    }

    /**
     * What a lead says is inquired into in one case at a time.
     *
     * @param matter the case that may have it; empty for one that is not opened yet
     */
    static void free(List<Lead> leads, String matter, CommandRefusals refusals, Transaction transaction) {
        List<String> lots = leads.stream().map(Lead::lot).distinct().sorted().toList();
        List<Object> facts = leads.stream()
                .map(lead -> lead.signal().get("fact"))
                .filter(Objects::nonNull)
                .toList();
        List<String> cases = transaction
                .run(CASES_STATEMENT, Map.of("lots", lots, "facts", facts, "case", matter))
                .list(row -> row.get("number").asString());
        if (!cases.isEmpty()) {
            refusals.conflict(
                    "ALREADY_IN_CASE",
                    "signals",
                    "signals：已有线索在案件 " + String.join("、", cases) + " 中核查，请在该案中补充",
                    "signals: case " + String.join(", ", cases) + " has a lead of these already; add to that case");
        }
    }

    /** The leads that the input names in {@code signals}; refused when one is not there. */
    static List<Lead> leads(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        List<String> ids = CaseRefusals.ids("signals", CaseRefusals.MOST, call, refusals);
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Lead> found = transaction
                .run(SIGNALS_STATEMENT, Map.of("signals", ids, "now", call.now()))
                .list(row -> new Lead(
                        row.get("signal").asMap(),
                        row.get("lot").asMap(),
                        row.get("companies").asList(company -> company.asMap()),
                        row.get("bids").asList(bid -> bid.asMap())));
        CaseRefusals.known("signals", ids, found.stream().map(Lead::id).toList(), refusals);
        return found;
    }

    /** The uploaded files that a field of the input names; refused when one is not there or not the caller's to use. */
    static List<Map<String, Object>> files(
            String field, CommandCall call, CommandRefusals refusals, Transaction transaction) {
        List<String> ids = CaseRefusals.ids(field, MOST_FILES, call, refusals);
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> found = transaction
                .run(
                        FILES_STATEMENT,
                        Map.of("files", ids, "viewer", call.viewer().asParameter()))
                .list(row -> row.get("file").asMap());
        CaseRefusals.known(
                field,
                ids,
                found.stream().map(file -> String.valueOf(file.get("id"))).toList(),
                refusals);
        return found;
    }
}
