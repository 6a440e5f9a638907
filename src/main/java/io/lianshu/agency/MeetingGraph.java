package io.lianshu.agency;

import io.lianshu.platform.clock.Weeks;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** Meetings held, and what became of their decisions. */
@OwnsItsThread
final class MeetingGraph implements ClientCommand {

    private static final String HOLD_STATEMENT = CypherCatalog.statement("agency", "hold-meeting");
    private static final String COMPLETE_STATEMENT = CypherCatalog.statement("agency", "complete-resolution");

    private static final String HOLD = "holdMeeting";
    static final int MOST_PEOPLE = 50;
    static final int MOST_DECISIONS = 60;
    static final int LONGEST_PLACE = 200;
    static final int LONGEST_MINUTES = 10_000;

    private final CodeLists codes;

    MeetingGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(HOLD, "completeResolution");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        return call.mutation().equals(HOLD) ? hold(call, refusals, transaction) : complete(call, refusals, transaction);
    }

    private CommandOutcome hold(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        LocalDate heldOn = refusals.past("heldOn");
        List<String> attendees =
                list(call, "attendees").stream().map(String::valueOf).distinct().toList();
        List<Decision> decisions = list(call, "decisions").stream()
                .map(decision -> Decision.of((Map<?, ?>) decision))
                .toList();
        refusals.atMost("attendees", attendees.size(), MOST_PEOPLE);
        refusals.atMost("decisions", decisions.size(), MOST_DECISIONS);
        Map<String, @Nullable Object> meeting = new HashMap<>();
        meeting.put("kind", refusals.code("kind", "meeting-kind"));
        meeting.put("heldOn", heldOn);
        meeting.put("isoWeek", Weeks.of(heldOn));
        meeting.put("place", refusals.optional("place", LONGEST_PLACE));
        meeting.put("minutes", refusals.optional("minutes", LONGEST_MINUTES));
        meeting.put("createdAt", call.now());
        meeting.put("updatedAt", call.now());
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        DecisionGraph decided = new DecisionGraph(call, codes, refusals, transaction);
        decided.check(attendees, decisions, true);
        List<Map<String, @Nullable Object>> moves = refusals.none() ? decided.moves(decisions) : List.of();
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String number = Series.next("HY-" + call.today().getYear(), transaction);
        String id = NodeId.of("mtg", List.of(number));
        meeting.put("id", id);
        meeting.put("meetingNo", number);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Decision decision : decisions) {
            rows.add(row(decision, number, rows.size() + 1, call));
        }
        transaction
                .run(HOLD_STATEMENT, Map.of("meeting", meeting, "attendees", attendees, "decisions", rows))
                .consume();
        DifficultyGraph.move(moves, call, transaction);
        List<String> told = new ArrayList<>(attendees);
        told.addAll(DecisionGraph.ids(decisions, Decision::department));
        return CommandOutcome.done(id, List.of()).withEvents(List.of(WorkEvent.of(WorkKind.MEETING_HELD, id, told)));
    }

    private static Map<String, @Nullable Object> row(Decision decision, String meeting, int seq, CommandCall call) {
        String number = "%s-%02d".formatted(meeting, seq);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", NodeId.of("rsl", List.of(number)));
        values.put("resolutionNo", number);
        values.put("seq", seq);
        values.put("text", decision.text());
        values.put("dueOn", decision.dueOn());
        values.put("status", "OPEN");
        values.put("createdAt", call.now());
        values.put("updatedAt", call.now());
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("values", values);
        row.put("difficulty", decision.difficulty());
        row.put("approval", decision.approval());
        row.put("project", decision.project());
        row.put("department", decision.department());
        return row;
    }

    private static List<?> list(CommandCall call, String field) {
        return call.input().get(field) instanceof List<?> list ? list : List.of();
    }

    private static CommandOutcome complete(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        Map<String, Object> asked = Map.of(
                "resolution", call.text("resolution"),
                "viewer", call.viewer().asParameter(),
                "office", call.viewer().hasAnyOf(Set.of(Role.AGENT, Role.SUPERVISOR)),
                "now", call.now());
        List<Record> found = transaction.run(COMPLETE_STATEMENT, asked).list();
        if (found.isEmpty()) {
            refusals.unknown("resolution");
            return CommandOutcome.refused(null, refusals.found());
        }
        String meeting = found.get(0).get("meeting").asString();
        if (!found.get(0).get("may").asBoolean()) {
            refusals.notYours("由责任部门或审管办办结", "leave it to the department that is to do it, or to the office");
        } else if (!found.get(0).get("status").asString("").equals("OPEN")) {
            refusals.conflict("ALREADY_DONE", "resolution", "该决议已办结", "it is done already");
        }
        return refusals.none()
                ? CommandOutcome.done(meeting, List.of())
                : CommandOutcome.refused(meeting, refusals.found());
    }
}
