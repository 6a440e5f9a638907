package io.lianshu.agency;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.command.NodeVersion;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** The record of a held meeting put right: where, what was said, who was there, and decisions that are not carried out yet. */
@OwnsItsThread
final class MeetingCorrectionGraph implements ClientCommand {

    private static final String FACTS_STATEMENT = CypherCatalog.statement("agency", "meeting-to-correct");
    private static final String CORRECT_STATEMENT = CypherCatalog.statement("agency", "correct-meeting");

    private static final String ATTENDEES = "attendees";
    private static final String DECISIONS = "decisions";

    private final CodeLists codes;

    MeetingCorrectionGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("correctMeeting");
    }

    /** A decision as it was, and what is to become of it. */
    private record Corrected(
            String resolution,
            Map<String, Object> before,
            @Nullable String department,
            Decision now) {

        boolean reassigned() {
            return !Objects.equals(department, now.department());
        }

        /** What is to be judged anew, and what the difficulty is to follow: only what is put right, not what is taken away. */
        Decision following() {
            return new Decision(
                    now.text(),
                    now.difficulty(),
                    null,
                    null,
                    reassigned() ? now.department() : null,
                    Objects.equals(before.get("dueOn"), now.dueOn()) ? null : now.dueOn());
        }
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        String id = call.text("meeting");
        List<Record> found =
                transaction.run(FACTS_STATEMENT, Map.of("meeting", id)).list();
        if (found.isEmpty()) {
            refusals.unknown("meeting");
            return CommandOutcome.refused(null, refusals.found());
        }
        Record facts = found.get(0);
        Map<String, Object> stored = facts.get("meeting").asMap();
        if (!NodeVersion.isCurrent(stored, call.input().get("version"))) {
            return CommandOutcome.refused(id, List.of(NodeVersion.stale("version")));
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        text("place", MeetingGraph.LONGEST_PLACE, call, values, refusals);
        text("minutes", MeetingGraph.LONGEST_MINUTES, call, values, refusals);
        List<String> attendees = call.input().get(ATTENDEES) instanceof List<?> list
                ? list.stream().map(String::valueOf).distinct().toList()
                : null;
        refusals.atMost(ATTENDEES, attendees == null ? 0 : attendees.size(), MeetingGraph.MOST_PEOPLE);
        List<Corrected> corrected = corrected(call, facts, refusals);
        List<Decision> following = corrected.stream().map(Corrected::following).toList();
        DecisionGraph decided = new DecisionGraph(call, codes, refusals, transaction);
        if (refusals.none()) {
            decided.check(attendees == null ? List.of() : attendees, following, false);
        }
        List<Map<String, @Nullable Object>> moves = refusals.none() ? decided.moves(following) : List.of();
        if (!refusals.none()) {
            return CommandOutcome.refused(id, refusals.found());
        }
        List<NodeChange> changes = changes(id, stored, values, facts, attendees, corrected);
        values.put(NodeVersion.PROPERTY, NodeVersion.next(call.now(), stored));
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("meeting", id);
        all.put("values", values);
        all.put(ATTENDEES, attendees);
        all.put(
                DECISIONS,
                corrected.stream().map(decision -> row(decision, call)).toList());
        transaction.run(CORRECT_STATEMENT, all).consume();
        DifficultyGraph.move(moves, call, transaction);
        return CommandOutcome.done(id, changes)
                .withEvents(List.of(WorkEvent.of(WorkKind.MEETING_HELD, id, told(facts, attendees, corrected))));
    }

    /** A text that is left out stays; null or an empty one takes it away. */
    private static void text(
            String field, int most, CommandCall call, Map<String, @Nullable Object> values, CommandRefusals refusals) {
        if (call.input().containsKey(field)) {
            values.put(field, refusals.optional(field, most));
        }
    }

    private static List<Corrected> corrected(CommandCall call, Record facts, CommandRefusals refusals) {
        Map<String, Map<String, Object>> known = new HashMap<>();
        facts.get(DECISIONS)
                .asList(Value::asMap)
                .forEach(decision -> known.put(String.valueOf(values(decision).get("id")), decision));
        List<?> given = call.input().get(DECISIONS) instanceof List<?> list ? list : List.of();
        refusals.atMost(DECISIONS, given.size(), MeetingGraph.MOST_DECISIONS);
        Map<String, Corrected> corrected = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            Map<?, ?> input = (Map<?, ?>) given.get(i);
            String resolution = String.valueOf(input.get("resolution"));
            Map<String, Object> before = known.get(resolution);
            String field = DECISIONS + "[" + i + "].resolution";
            if (before == null) {
                refusals.add(
                        "NOT_FOUND",
                        field,
                        field + "：不是这次会议的决议",
                        field + ": this meeting decided nothing with this id");
            } else if ("DONE".equals(values(before).get("status"))) {
                refusals.conflict("ALREADY_DONE", field, field + "：该决议已办结，不能更正", field + ": it is done already");
            } else if (corrected.put(resolution, corrected(resolution, before, input)) != null) {
                refusals.add("BAD_VALUE", field, field + "：同一请求中重复", field + ": it stands twice in this request");
            }
        }
        return List.copyOf(corrected.values());
    }

    private static Corrected corrected(String resolution, Map<String, Object> before, Map<?, ?> input) {
        Map<String, Object> values = values(before);
        String department = before.get("department") instanceof String id ? id : null;
        return new Corrected(
                resolution,
                values,
                department,
                new Decision(
                        String.valueOf(input.get("text") == null ? values.get("text") : input.get("text"))
                                .strip(),
                        before.get("difficulty") instanceof String id ? id : null,
                        null,
                        null,
                        input.containsKey("department")
                                ? input.get("department") instanceof String id ? id : null
                                : department,
                        (input.containsKey("dueOn") ? input.get("dueOn") : values.get("dueOn")) instanceof LocalDate day
                                ? day
                                : null));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(Map<String, Object> decision) {
        return (Map<String, Object>) Objects.requireNonNull(decision.get("values"));
    }

    private static Map<String, @Nullable Object> row(Corrected decision, CommandCall call) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("text", decision.now().text());
        values.put("dueOn", decision.now().dueOn());
        values.put(NodeVersion.PROPERTY, call.now());
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("resolution", decision.resolution());
        row.put("values", values);
        row.put("reassigned", decision.reassigned());
        row.put("department", decision.now().department());
        return row;
    }

    private static List<NodeChange> changes(
            String id,
            Map<String, Object> stored,
            Map<String, @Nullable Object> values,
            Record facts,
            @Nullable List<String> attendees,
            List<Corrected> corrected) {
        List<NodeChange> changes = new ArrayList<>();
        List<NodeChange.Field> fields = new ArrayList<>();
        values.forEach((name, value) -> put(name, stored.get(name), value, fields));
        if (attendees != null) {
            List<String> before = facts.get(ATTENDEES).asList(Value::asString);
            put(
                    ATTENDEES,
                    String.join(" ", before),
                    String.join(" ", attendees.stream().sorted().toList()),
                    fields);
        }
        changes.add(new NodeChange("Meeting", id, fields));
        for (Corrected decision : corrected) {
            List<NodeChange.Field> own = new ArrayList<>();
            put("text", decision.before().get("text"), decision.now().text(), own);
            put("dueOn", decision.before().get("dueOn"), decision.now().dueOn(), own);
            put("department", decision.department(), decision.now().department(), own);
            changes.add(new NodeChange("Resolution", decision.resolution(), own));
        }
        return changes.stream().filter(change -> !change.fields().isEmpty()).toList();
    }

    private static void put(
            String name, @Nullable Object before, @Nullable Object after, List<NodeChange.Field> fields) {
        if (!Objects.equals(before, after)) {
            fields.add(new NodeChange.Field(
                    name, before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }

    /** Who was and is there, and the departments that its corrected decisions were and are for. */
    private static List<String> told(Record facts, @Nullable List<String> attendees, List<Corrected> corrected) {
        List<String> told = new ArrayList<>(facts.get(ATTENDEES).asList(Value::asString));
        told.addAll(attendees == null ? List.of() : attendees);
        for (Corrected decision : corrected) {
            if (decision.department() != null) {
                told.add(decision.department());
            }
            if (decision.now().department() != null) {
                told.add(decision.now().department());
            }
        }
        return told.stream().distinct().toList();
    }
}
