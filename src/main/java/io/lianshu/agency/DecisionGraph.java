package io.lianshu.agency;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeVersion;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.policy.WorkingCalendar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;

/** What speaks against the decisions of a meeting, and what they do to difficulties; inside a command's transaction. */
@OwnsItsThread
final class DecisionGraph {

    private static final String KNOWN_STATEMENT = CypherCatalog.statement("agency", "known-ids");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 2_000;

    private final CommandCall call;
    private final CodeLists codes;
    private final CommandRefusals refusals;
    private final Transaction transaction;

    DecisionGraph(CommandCall call, CodeLists codes, CommandRefusals refusals, Transaction transaction) {
        this.call = call;
        this.codes = codes;
        this.refusals = refusals;
        this.transaction = transaction;
    }

    static List<String> ids(List<Decision> decisions, Function<Decision, @Nullable String> field) {
        return decisions.stream().map(field).filter(Objects::nonNull).distinct().toList();
    }

    /** @param taken whether the decisions are taken now, each about one thing, and not put right */
    void check(List<String> attendees, List<Decision> decisions, boolean taken) {
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
        WorkingCalendar calendar = CalendarGraph.around(call.today(), transaction);
        for (int i = 0; i < decisions.size(); i++) {
            check(at(i), decisions.get(i), taken, known, calendar);
        }
    }

    private void check(String at, Decision decision, boolean taken, Set<String> known, WorkingCalendar calendar) {
        refusals.length(at + "text", decision.text(), SHORTEST, LONGEST);
        if (taken && !decision.isAboutOne()) {
            refusals.add(
                    "BAD_VALUE",
                    at + "difficulty",
                    "请在 difficulty、approval、project 中给出一个，且只给一个",
                    "give one of difficulty, approval and project, and only one");
        }
        decision.references().forEach((field, id) -> {
            if (!known.contains(id)) {
                refusals.unknown(at + field);
            }
        });
        if (decision.dueOn() != null) {
            calendar.unfit(at + "dueOn", decision.dueOn(), call.today()).ifPresent(refusals::add);
        }
    }

    private static String at(int index) {
        return "decisions[" + index + "].";
    }

    /** What the decisions change of difficulties: their due day, and the department that is to resolve them. */
    List<Map<String, @Nullable Object>> moves(List<Decision> decisions) {
        List<Decision> moving = decisions.stream()
                .filter(decision -> decision.difficulty() != null)
                .filter(decision -> decision.dueOn() != null || decision.department() != null)
                .toList();
        Map<String, Map<String, Object>> difficulties = new HashMap<>();
        if (!moving.isEmpty()) {
            DifficultyGraph.facts(ids(moving, Decision::difficulty), null, call, transaction)
                    .forEach(row -> {
                        Map<String, Object> stored = row.get("difficulty").asMap();
                        difficulties.put(String.valueOf(stored.get("id")), stored);
                    });
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Decision decision : moving) {
            Map<String, Object> stored = Objects.requireNonNull(difficulties.get(decision.difficulty()));
            DifficultyStatus before = DifficultyStatus.valueOf(String.valueOf(stored.getOrDefault("status", "OPEN")));
            if (before.next().contains(DifficultyStatus.ASSIGNED)) {
                rows.add(row(decision, before, stored));
            } else {
                refusals.conflict(
                        "NOT_NEXT",
                        at(decisions.indexOf(decision)) + "difficulty",
                        "该困难已" + codes.label("difficulty-status", before.name(), false) + "，请先重新打开",
                        "the difficulty is " + before + "; open it again first");
            }
        }
        return rows;
    }

    private Map<String, @Nullable Object> row(Decision decision, DifficultyStatus before, Map<String, Object> stored) {
        DifficultyStatus after = decision.department() == null ? before : DifficultyStatus.ASSIGNED;
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
        return row;
    }
}
