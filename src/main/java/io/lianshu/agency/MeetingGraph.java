package io.lianshu.agency;

import io.lianshu.platform.clock.Weeks;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.NodeVersion;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.Role;
import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** Meetings held, and what became of their decisions. */
@OwnsItsThread
final class MeetingGraph implements ClientCommand {

    private static final String KNOWN_STATEMENT = CypherCatalog.statement("agency", "known-ids");
    private static final String HOLD_STATEMENT = CypherCatalog.statement("agency", "hold-meeting");
    private static final String COMPLETE_STATEMENT = CypherCatalog.statement("agency", "complete-resolution");
    private static final String FACTS_STATEMENT = CypherCatalog.statement("agency", "difficulty-to-move");

    private static final String HOLD = "holdMeeting";
    private static final int MOST_PEOPLE = 50;
    private static final int MOST_DECISIONS = 60;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_MINUTES = 10_000;
    private static final int LONGEST_DECISION = 2_000;

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
        AgencyRefusals refusals = new AgencyRefusals(call, codes);
        return call.mutation().equals(HOLD) ? hold(call, refusals, transaction) : complete(call, refusals, transaction);
    }

    private CommandOutcome hold(CommandCall call, AgencyRefusals refusals, Transaction transaction) {
        LocalDate heldOn = refusals.past("heldOn");
        List<String> attendees =
                list(call, "attendees").stream().map(String::valueOf).distinct().toList();
        List<Decision> decisions = list(call, "decisions").stream()
                .map(decision -> Decision.of((Map<?, ?>) decision))
                .toList();
        refusals.atMost("attendees", attendees.size(), MOST_PEOPLE);
        refusals.atMost("decisions", decisions.size(), MOST_DECISIONS);
        String id = NodeId.random("mtg");
        Map<String, @Nullable Object> meeting = new HashMap<>();
        meeting.put("id", id);
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
        check(attendees, decisions, CalendarGraph.around(call.today(), transaction), refusals, transaction);
        List<Map<String, @Nullable Object>> moves =
                refusals.none() ? moves(decisions, call, refusals, transaction) : List.of();
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Decision decision : decisions) {
            rows.add(row(decision, rows.size() + 1, call));
        }
        transaction
                .run(HOLD_STATEMENT, Map.of("meeting", meeting, "attendees", attendees, "decisions", rows))
                .consume();
        DifficultyGraph.move(moves, call, transaction);
        List<String> told = new ArrayList<>(attendees);
        told.addAll(ids(decisions, Decision::department));
        return CommandOutcome.done(id, List.of()).withEvents(List.of(WorkEvent.of(WorkKind.MEETING_HELD, id, told)));
    }

    private static Map<String, @Nullable Object> row(Decision decision, int seq, CommandCall call) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", NodeId.random("rsl"));
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

    private static void check(
            List<String> attendees,
            List<Decision> decisions,
            WorkingCalendar calendar,
            AgencyRefusals refusals,
            Transaction transaction) {
        Map<String, Object> asked = Map.of(
                "people", attendees,
                "difficulties", ids(decisions, Decision::difficulty),
                "approvals", ids(decisions, Decision::approval),
                "projects", ids(decisions, Decision::project),
                "departments", ids(decisions, Decision::department));
        Set<String> known = new HashSet<>();
        transaction
                .run(KNOWN_STATEMENT, asked)
                .forEachRemaining(row -> known.add(row.get("id").asString()));
        if (!known.containsAll(attendees)) {
            refusals.unknown("attendees");
        }
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            String at = "decisions[" + i + "].";
            if (decision.text().length() < 2 || decision.text().length() > LONGEST_DECISION) {
                refusals.add("BAD_VALUE", at + "text", "2 至 2000 个字符", "2 to 2000 characters");
            }
            if (!decision.isAboutOne()) {
                refusals.add(
                        "BAD_VALUE",
                        at + "difficulty",
                        "请在 difficulty、approval、project 中给出一个，且只给一个",
                        "give one of difficulty, approval and project, and only one");
            }
            for (String field : List.of("difficulty", "approval", "project", "department")) {
                String id = id(decision, field);
                if (id != null && !known.contains(id)) {
                    refusals.unknown(at + field);
                }
            }
            if (decision.dueOn() != null) {
                refusals.due(at + "dueOn", decision.dueOn(), calendar);
            }
        }
    }

    private static @Nullable String id(Decision decision, String field) {
        return switch (field) {
            case "difficulty" -> decision.difficulty();
            case "approval" -> decision.approval();
            case "project" -> decision.project();
            default -> decision.department();
        };
    }

    private static List<String> ids(List<Decision> decisions, Function<Decision, @Nullable String> field) {
        return decisions.stream().map(field).filter(Objects::nonNull).distinct().toList();
    }

    private static List<?> list(CommandCall call, String field) {
        return call.input().get(field) instanceof List<?> list ? list : List.of();
    }

    /** What the decisions change of difficulties: their due day, and the department that is to resolve them. */
    private List<Map<String, @Nullable Object>> moves(
            List<Decision> decisions, CommandCall call, AgencyRefusals refusals, Transaction transaction) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            if (decision.difficulty() == null || (decision.dueOn() == null && decision.department() == null)) {
                continue;
            }
            Map<String, @Nullable Object> asked = new HashMap<>();
            asked.put("difficulty", decision.difficulty());
            asked.put("department", decision.department());
            asked.put("viewer", call.viewer().asParameter());
            asked.put("now", call.now());
            Map<String, Object> stored = transaction
                    .run(FACTS_STATEMENT, asked)
                    .single()
                    .get("difficulty")
                    .asMap();
            DifficultyStatus before = DifficultyStatus.valueOf(String.valueOf(stored.getOrDefault("status", "OPEN")));
            DifficultyStatus after = decision.department() == null ? before : DifficultyStatus.ASSIGNED;
            if (!before.next().contains(DifficultyStatus.ASSIGNED)) {
                refusals.conflict(
                        "NOT_NEXT",
                        "decisions[" + i + "].difficulty",
                        "该困难已" + codes.label("difficulty-status", before.name(), false) + "，请先重新打开",
                        "the difficulty is " + before + "; open it again first");
                continue;
            }
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("status", after.name());
            if (decision.dueOn() != null) {
                values.put("dueOn", decision.dueOn());
            }
            values.put(NodeVersion.PROPERTY, NodeVersion.next(call.now(), stored));
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("difficulty", decision.difficulty());
            row.put("values", values);
            Object dueOn = values.getOrDefault("dueOn", stored.get("dueOn"));
            row.put("step", DifficultyGraph.step(after, decision.text(), dueOn, call));
            row.put("department", decision.department());
            rows.add(row);
        }
        return rows;
    }

    private static CommandOutcome complete(CommandCall call, AgencyRefusals refusals, Transaction transaction) {
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
