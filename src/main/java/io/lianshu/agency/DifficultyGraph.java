package io.lianshu.agency;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.command.NodeVersion;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** Difficulties: raised, given to a department, answered, taken further up. */
@OwnsItsThread
final class DifficultyGraph implements ClientCommand {

    private static final String GROUND_STATEMENT = CypherCatalog.statement("agency", "difficulty-ground");
    private static final String RAISE_STATEMENT = CypherCatalog.statement("agency", "raise-difficulties");
    private static final String FACTS_STATEMENT = CypherCatalog.statement("agency", "difficulties-to-move");
    private static final String MOVE_STATEMENT = CypherCatalog.statement("agency", "move-difficulties");

    private static final String RAISE = "raiseDifficulty";
    private static final String ASSIGN = "assignDifficulty";
    private static final String REPLY = "replyDifficulty";
    private static final int LONGEST = 2_000;

    private final CodeLists codes;

    DifficultyGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(RAISE, ASSIGN, REPLY);
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return call.mutation().equals(RAISE) ? raiseOne(call, transaction) : move(call, transaction);
    }

    private CommandOutcome raiseOne(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        RaisedDifficulty raised = RaisedDifficulty.of(call.input(), call.text("project"), null);
        raised.check("", refusals);
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("project", raised.project());
        asked.put("approval", raised.approval());
        asked.put("viewer", call.viewer().asParameter());
        Record ground = transaction.run(GROUND_STATEMENT, asked).single();
        boolean office = call.viewer().hasAnyOf(Set.of(Role.AGENT, Role.SUPERVISOR));
        // An owner learns nothing of the projects of others, not even whether they are there.
        if (!ground.get("project").asBoolean()
                || (!office && !ground.get("owned").asBoolean())) {
            refusals.unknown("project");
        } else if (!ground.get("approval").asBoolean()) {
            refusals.unknown("approval");
        }
        return refusals.none()
                ? raised(raised, raise(List.of(raised), call, transaction).get(0), call, transaction)
                : CommandOutcome.refused(null, refusals.found());
    }

    private static CommandOutcome raised(
            RaisedDifficulty raised, String id, CommandCall call, Transaction transaction) {
        return CommandOutcome.done(id, List.of())
                .withEvents(List.of(WorkEvent.of(
                        WorkKind.DIFFICULTY_CHANGED,
                        id,
                        ConcernedGraph.by(raised.project(), call.now(), transaction))));
    }

    /** Writes them, each with a number of its own; their ids. */
    static List<String> raise(List<RaisedDifficulty> difficulties, CommandCall call, Transaction transaction) {
        if (difficulties.isEmpty()) {
            return List.of();
        }
        String series = "KN-" + call.today().getYear();
        int number = Series.numbers(series, difficulties.size(), transaction);
        List<String> ids = new ArrayList<>();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (RaisedDifficulty raised : difficulties) {
            String no = "%s-%05d".formatted(series, number++);
            String id = NodeId.of("dif", List.of(no));
            ids.add(id);
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("values", values(id, no, raised, call));
            row.put("step", step(DifficultyStatus.OPEN, null, null, call));
            row.put("project", raised.project());
            row.put("approval", raised.approval());
            row.put("visit", raised.visit());
            rows.add(row);
        }
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("rows", rows);
        all.put("person", call.viewer().personId());
        transaction.run(RAISE_STATEMENT, all).consume();
        return ids;
    }

    private static Map<String, Object> values(String id, String no, RaisedDifficulty raised, CommandCall call) {
        return Map.of(
                "id", id,
                "difficultyNo", no,
                "title", raised.title(),
                "kind", raised.kind(),
                "severity", raised.severity(),
                "status", DifficultyStatus.OPEN.name(),
                "raisedAt", call.now(),
                "createdAt", call.now(),
                "updatedAt", call.now(),
                "source", call.mutation());
    }

    static Map<String, @Nullable Object> step(
            DifficultyStatus status, @Nullable String note, @Nullable Object dueOn, CommandCall call) {
        Map<String, @Nullable Object> step = new HashMap<>();
        step.put("id", NodeId.random("dis"));
        step.put("status", status.name());
        step.put("at", call.now());
        step.put("note", note);
        step.put("dueOn", dueOn);
        step.put("createdAt", call.now());
        return step;
    }

    /** What the next steps of difficulties depend on, in any order; they are locked. */
    static List<Record> facts(
            List<String> difficulties, @Nullable String department, CommandCall call, Transaction transaction) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("difficulties", difficulties);
        asked.put("department", department);
        asked.put("viewer", call.viewer().asParameter());
        asked.put("now", call.now());
        return transaction.run(FACTS_STATEMENT, asked).list();
    }

    private CommandOutcome move(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        String id = call.text("difficulty");
        String department = call.optionalText("department");
        List<Record> found = facts(List.of(id), department, call, transaction);
        if (found.isEmpty()) {
            refusals.unknown("difficulty");
            return CommandOutcome.refused(null, refusals.found());
        }
        Map<String, Object> stored = found.get(0).get("difficulty").asMap();
        if (!NodeVersion.isCurrent(stored, call.input().get("version"))) {
            return CommandOutcome.refused(id, List.of(NodeVersion.stale("version")));
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        DifficultyStatus before = DifficultyStatus.valueOf(String.valueOf(stored.getOrDefault("status", "OPEN")));
        DifficultyStatus wanted = call.mutation().equals(ASSIGN)
                ? assigned(call, found.get(0), values, refusals, transaction)
                : replied(call, found.get(0), values, refusals);
        if (wanted != null && !before.next().contains(wanted)) {
            String next = before.next().stream().map(Enum::name).collect(Collectors.joining(", "));
            refusals.conflict(
                    "NOT_NEXT",
                    call.mutation().equals(ASSIGN) ? null : "status",
                    "当前状态 " + codes.label("difficulty-status", before.name(), false) + " 之后只能是 " + next,
                    "after " + before + " only these may follow: " + next);
        }
        if (wanted == null || !refusals.none()) {
            return CommandOutcome.refused(id, refusals.found());
        }
        values.put("status", wanted.name());
        values.put(NodeVersion.PROPERTY, NodeVersion.next(call.now(), stored));
        String said = call.optionalText(call.mutation().equals(ASSIGN) ? "note" : "resolution");
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("difficulty", id);
        row.put("values", values);
        row.put("step", step(wanted, said, values.getOrDefault("dueOn", stored.get("dueOn")), call));
        row.put("department", department);
        move(List.of(row), call, transaction);
        List<String> audience =
                new ArrayList<>(ConcernedGraph.by(found.get(0).get("project").asString(null), call.now(), transaction));
        Stream.of(found.get(0).get("department").asString(null), department)
                .filter(Objects::nonNull)
                .forEach(audience::add);
        return CommandOutcome.done(
                        id,
                        List.of(new NodeChange(
                                "Difficulty",
                                id,
                                List.of(new NodeChange.Field("status", before.name(), wanted.name())))))
                .withEvents(List.of(WorkEvent.of(WorkKind.DIFFICULTY_CHANGED, id, audience)));
    }

    /** @param rows as move-difficulties.cypher has them */
    static void move(List<Map<String, @Nullable Object>> rows, CommandCall call, Transaction transaction) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("rows", rows);
        all.put("person", call.viewer().personId());
        transaction.run(MOVE_STATEMENT, all).consume();
    }

    private DifficultyStatus assigned(
            CommandCall call,
            Record facts,
            Map<String, @Nullable Object> values,
            CommandRefusals refusals,
            Transaction transaction) {
        if (!facts.get("known").asBoolean()) {
            refusals.unknown("department");
        }
        var dueOn = Objects.requireNonNull(call.day("dueOn"));
        CalendarGraph.around(call.today(), transaction)
                .unfit("dueOn", dueOn, call.today())
                .ifPresent(refusals::add);
        refusals.optional("note", LONGEST);
        values.put("dueOn", dueOn);
        return DifficultyStatus.ASSIGNED;
    }

    private @Nullable DifficultyStatus replied(
            CommandCall call, Record facts, Map<String, @Nullable Object> values, CommandRefusals refusals) {
        String code = refusals.code("status", "difficulty-status");
        if (!refusals.none()) {
            return null;
        }
        DifficultyStatus wanted = DifficultyStatus.valueOf(code);
        boolean answers = wanted.isAnswer()
                && facts.get("mine").asBoolean()
                && call.viewer().roles().contains(Role.DEPARTMENT_APPROVER);
        boolean office = wanted.isOffices() && call.viewer().hasAnyOf(Set.of(Role.AGENT, Role.SUPERVISOR));
        if (!answers && !office) {
            refusals.notYours(
                    "只有被交办的部门可以答复；代办员和督查员可以提级、重新打开或确认解决",
                    "only the department that it was given to answers; agents and supervisors escalate, reopen or confirm");
        }
        if (wanted == DifficultyStatus.IN_PROGRESS) {
            refusals.optional("resolution", LONGEST);
        } else {
            String resolution = refusals.needed("resolution", 2, LONGEST);
            if (wanted == DifficultyStatus.RESOLVED || wanted == DifficultyStatus.REJECTED) {
                values.put("resolution", resolution);
            }
        }
        values.put("resolvedAt", wanted == DifficultyStatus.RESOLVED ? call.now() : null);
        return wanted;
    }
}
