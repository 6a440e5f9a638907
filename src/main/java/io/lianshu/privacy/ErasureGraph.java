package io.lianshu.privacy;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.graph.AfterRestore;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.GraphServer.Restored;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.refusal.Reasons;
import io.lianshu.platform.refusal.Refusal;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** Requests of people to know what is held on them, and the erasure of what need not be. */
@OwnsItsThread
final class ErasureGraph implements ClientCommand, AfterRestore {

    private static final String FIND_STATEMENT = CypherCatalog.statement("privacy", "person-to-erase");
    private static final String ERASE_STATEMENT = CypherCatalog.statement("privacy", "erase-person");
    private static final String HELD_STATEMENT = CypherCatalog.statement("privacy", "person-is-held");

    private static final String ANSWER = "answerAccessRequest";
    private static final String ERASE = "erasePerson";

    private final ErasureJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    ErasureGraph(ErasureJournal journal, AuditTrail audit, Clock clock) {
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(ANSWER, ERASE);
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String person = call.text("person");
        Refusal unfit = Reasons.refusal(call.reason());
        if (unfit != null) {
            return CommandOutcome.refused(null, List.of(unfit));
        }
        List<Record> found = transaction
                .run(FIND_STATEMENT, Map.of("person", person, "now", call.now()))
                .list();
        if (found.isEmpty()) {
            return CommandOutcome.refused("NOT_FOUND", "person", "person：没有此编号", "person: there is none with this id");
        }
        if (call.mutation().equals(ANSWER)) {
            // The history says who was answered; by that the answer may be read.
            return CommandOutcome.done(person, List.of(new NodeChange("Person", person, List.of())));
        }
        if (found.get(0).get("serves").asBoolean()) {
            return CommandOutcome.refused(
                    "STILL_IN_OFFICE",
                    "person",
                    "此人仍在任，其信息为履职所必需；请先登记任职结束日期",
                    "the person still holds a post for which the data are needed; first record the last day of it");
        }
        if (transaction
                .run(HELD_STATEMENT, Map.of("person", person))
                .single()
                .get("held")
                .asBoolean()) {
            return CommandOutcome.refused(
                    "LEGAL_HOLD",
                    "person",
                    "person：涉及此人的材料依法须保留，期满后方可删除；请联系监督部门",
                    "person: the law requires that records about this person are kept for now; ask the supervisors when they may be erased");
        }
        return erase(call, transaction, person);
    }

    /** A backup brings back whom it was taken before; what was promised to them holds all the same. */
    @Override
    public void carryOut(Transaction transaction, Restored restored) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        for (String person : journal.since(restored.taken())) {
            if (!erased(transaction, person, now).isEmpty()) {
                audit.append(
                        transaction,
                        new AuditEntry(
                                now,
                                AuditAction.COMMAND,
                                AuditEntry.HUB,
                                "",
                                ERASE,
                                person,
                                null,
                                "again after a restore"));
            }
        }
    }

    private static List<Record> erased(Transaction transaction, String person, ZonedDateTime now) {
        Map<String, Object> values =
                Map.of("person", person, "staying", Retained.relations(), "files", Retained.files(), "now", now);
        return transaction.run(ERASE_STATEMENT, values).list();
    }

    private CommandOutcome erase(CommandCall call, Transaction transaction, String person) {
        boolean kept =
                erased(transaction, person, call.now()).get(0).get("kept").asBoolean();
        journal.add(person, call.now());
        List<NodeChange.Field> fields = Stream.of("phone", "email", "idNumber")
                .map(field -> new NodeChange.Field(field, null, null))
                .toList();
        return CommandOutcome.done(person, kept ? List.of(new NodeChange("Person", person, fields)) : List.of());
    }
}
