package io.lianshu.collusion.casework;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeWrites;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** What companies say to a case, and what is made of it (企业说明与评议). */
@Component
@OwnsItsThread
final class StatementGraph implements ClientCommand {

    private static final String LABEL = "CaseStatement";
    private static final String RECORD = "recordStatement";
    private static final int LONGEST = 5_000;

    private final CodeLists codes;

    StatementGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(RECORD, "assessStatement");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return call.mutation().equals(RECORD)
                ? CaseGraph.step(
                        "case",
                        call,
                        codes,
                        transaction,
                        (facts, refusals) -> record(call, facts, refusals, transaction))
                : CaseGraph.step(
                        "statement",
                        call,
                        codes,
                        transaction,
                        (facts, refusals) -> assess(call, facts, refusals, transaction));
    }

    private static CommandOutcome record(
            CommandCall call, CaseFacts facts, CommandRefusals refusals, Transaction transaction) {
        CaseRefusals.open(facts, refusals);
        String company = call.text("company");
        if (!facts.looksAt(List.of(company))) {
            refusals.add("NOT_IN_CASE", "company", "company：本案不涉及此企业", "company: the case does not look at it");
        }
        refusals.atMost("case", facts.statements().size() + 1, CaseRefusals.MOST);
        String content = refusals.needed("content", 2, LONGEST);
        LocalDate received = refusals.past("receivedOn");
        List<Map<String, Object>> files = EvidenceGraph.files("files", call, refusals, transaction);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("content", content);
        values.put("receivedOn", received);
        List<Link> links = new ArrayList<>();
        links.add(Link.from("ANSWERED_BY", CaseGraph.LABEL, facts.id()));
        links.add(Link.to("STATED_BY", "Company", company));
        files.forEach(file -> links.add(Link.from("ATTACHED_TO", "Attachment", String.valueOf(file.get("id")))));
        NodeWrites writes = new NodeWrites(call, transaction, Set.of());
        String id = NodeId.random("cst");
        writes.create(LABEL, id, values, links);
        return CommandOutcome.done(id, writes.changes());
    }

    private static CommandOutcome assess(
            CommandCall call, CaseFacts facts, CommandRefusals refusals, Transaction transaction) {
        String id = call.text("statement");
        NodeWrites writes = new NodeWrites(call, transaction, Set.of());
        Map<String, Object> stored = writes.read(LABEL, id);
        if (stored.isEmpty()) {
            refusals.unknown("statement");
        } else if (stored.get("accepted") != null) {
            refusals.conflict(
                    "ALREADY_DONE",
                    "statement",
                    "statement：已评议；另有说明请重新登记",
                    "statement: it was assessed already; record what the company says now as another");
        }
        CaseRefusals.open(facts, refusals);
        String assessment = refusals.needed("assessment", 2, 2_000);
        if (!refusals.none()) {
            return CommandOutcome.refused(stored.isEmpty() ? null : id, refusals.found());
        }
        writes.update(
                LABEL,
                stored,
                Map.of(
                        "accepted", Boolean.TRUE.equals(call.input().get("accepted")),
                        "assessment", assessment,
                        "assessedAt", call.now()));
        return CommandOutcome.done(id, writes.changes());
    }
}
