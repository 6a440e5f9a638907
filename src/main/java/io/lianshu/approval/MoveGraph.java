package io.lianshu.approval;

import io.lianshu.approval.MoveFacts.Stretch;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.policy.WorkingCalendar;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** The next step of an approval, with what it does to clock, desk and promised day. */
@Component
@OwnsItsThread
final class MoveGraph implements ClientCommand {

    private static final String FACTS_STATEMENT = CypherCatalog.statement("approval", "approval-to-move");
    private static final String MOVE_STATEMENT = CypherCatalog.statement("approval", "move-approval");

    private final CodeLists codes;

    MoveGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("moveApproval");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        String id = call.text("approval");
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("approval", id);
        asked.put("desk", call.optionalText("desk"));
        asked.put("officer", call.optionalText("officer"));
        asked.put("viewer", call.viewer().asParameter());
        asked.put("at", ApprovalMove.at(call));
        asked.put("now", call.now());
        List<Record> found = transaction.run(FACTS_STATEMENT, asked).list();
        if (found.isEmpty()) {
            return CommandOutcome.refused(
                    "NOT_FOUND", "approval", "approval：没有此编号的办件", "approval: there is none with this id");
        }
        ApprovalMove move = ApprovalMove.of(call, codes, facts(found.get(0)));
        if (!move.refusals().isEmpty()) {
            return CommandOutcome.refused(id, move.refusals());
        }
        transaction.run(MOVE_STATEMENT, parameters(id, call, move)).consume();
        List<WorkEvent> events = new ArrayList<>();
        events.add(WorkEvent.of(WorkKind.APPROVAL_MOVED, id, audience(call, found.get(0))));
        if (move.ends()) {
            ReviewGraph.closedWith(id, call.now(), transaction).ifPresent(events::add);
        }
        return CommandOutcome.done(id, List.of(new NodeChange("Approval", id, move.changes())))
                .withEvents(events);
    }

    /** The owner, the three who serve the project, and the departments that it leaves and comes to. */
    private static List<String> audience(CommandCall call, Record row) {
        List<String> ids = new ArrayList<>(row.get("concerned").asList(Value::asString));
        Stream.of(row.get("desk").asString(null), call.optionalText("desk"))
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return ids;
    }

    private static MoveFacts facts(Record row) {
        return new MoveFacts(
                row.get("approval").asMap(),
                row.get("promisedDays").isNull()
                        ? null
                        : row.get("promisedDays").asInt(),
                row.get("commitment").asBoolean(),
                row.get("lastAt").isNull() ? null : row.get("lastAt").asZonedDateTime(),
                row.get("desk").asString(null),
                row.get("mine").asBoolean(),
                row.get("before").asList(Value::asString),
                row.get("counted")
                        .asList(pair -> new Stretch(
                                pair.get(0).asLocalDate(), pair.get(1).asLocalDate())),
                row.get("deskKnown").asBoolean(),
                row.get("officerKnown").asBoolean(),
                new WorkingCalendar(
                        row.get("free").asList(Value::asLocalDate),
                        row.get("added").asList(Value::asLocalDate)));
    }

    private static Map<String, @Nullable Object> parameters(String id, CommandCall call, ApprovalMove move) {
        ZonedDateTime at = move.at();
        Map<String, @Nullable Object> step = new HashMap<>();
        step.put("id", NodeId.random("aps"));
        step.put("status", move.status().code());
        step.put("at", at);
        step.put("opinion", call.optionalText("opinion"));
        step.put("createdAt", call.now());
        List<Map<String, Object>> stretches = new ArrayList<>();
        move.stretches().forEach(stretch -> {
            Map<String, Object> values = new HashMap<>(stretch);
            String from = ((ZonedDateTime) Objects.requireNonNull(stretch.get("from")))
                    .toInstant()
                    .toString();
            values.put("id", NodeId.of("clk", List.of(id, String.valueOf(stretch.get("kind")), from)));
            values.put("createdAt", call.now());
            values.put("updatedAt", call.now());
            values.put("source", call.mutation());
            stretches.add(values);
        });
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("approval", id);
        all.put("values", move.values());
        all.put("step", step);
        all.put("at", at);
        all.put("closes", move.closes());
        all.put("stretches", stretches);
        all.put("desk", call.optionalText("desk"));
        all.put("officer", call.optionalText("officer"));
        all.put("by", call.viewer().personId());
        return all;
    }
}
