package io.lianshu.agency;

import io.lianshu.platform.clock.Weeks;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeVersion;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** The weekly look at served projects, and notices that ask departments to act. */
@OwnsItsThread
final class SupervisionGraph implements ClientCommand {

    private static final String RECORD_STATEMENT = CypherCatalog.statement("agency", "record-supervision");
    private static final String KNOWN_STATEMENT = CypherCatalog.statement("agency", "known-ids");
    private static final String ISSUE_STATEMENT = CypherCatalog.statement("agency", "issue-notice");
    private static final String FACTS_STATEMENT = CypherCatalog.statement("agency", "notice-to-answer");
    private static final String ANSWER_STATEMENT = CypherCatalog.statement("agency", "answer-notice");

    private static final String RECORD = "recordSupervision";
    private static final String ISSUE = "issueSupervisionNotice";
    private static final int LONGEST = 2_000;

    private final CodeLists codes;

    SupervisionGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(RECORD, ISSUE, "replyNotice");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        return switch (call.mutation()) {
            case RECORD -> record(call, refusals, transaction);
            case ISSUE -> issue(call, refusals, transaction);
            default -> answer(call, refusals, transaction);
        };
    }

    private static CommandOutcome record(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        String finding = refusals.optional("finding", LONGEST);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String project = call.text("project");
        String week = Weeks.of(call.today());
        String id = NodeId.of("spv", List.of(project, week));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("isoWeek", week);
        values.put("at", call.now());
        values.put("finding", finding);
        values.put("updatedAt", call.now());
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("id", id);
        all.put("project", project);
        all.put("values", values);
        all.put("person", call.viewer().personId());
        Record recorded = transaction.run(RECORD_STATEMENT, all).single();
        if (!recorded.get("project").asBoolean()) {
            refusals.unknown("project");
        } else if (!recorded.get("served").asBoolean()) {
            refusals.conflict("NOT_SERVED", "project", "该项目不在代办服务中", "the project is not in service");
        }
        return refusals.none() ? CommandOutcome.done(id, List.of()) : CommandOutcome.refused(null, refusals.found());
    }

    private CommandOutcome issue(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        String level = refusals.code("level", "notice-level");
        String text = refusals.needed("text", 2, LONGEST);
        var dueOn = Objects.requireNonNull(call.day("dueOn"));
        CalendarGraph.around(call.today(), transaction)
                .unfit("dueOn", dueOn, call.today())
                .ifPresent(refusals::add);
        known(call, refusals, transaction);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String series = "DB-" + call.today().getYear();
        String number = Series.next(series, transaction);
        String id = NodeId.of("spn", List.of(number));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id);
        values.put("noticeNo", number);
        values.put("level", level);
        values.put("text", text);
        values.put("issuedAt", call.now());
        values.put("dueOn", dueOn);
        values.put("createdAt", call.now());
        values.put("updatedAt", call.now());
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("values", values);
        for (String field : List.of("department", "project", "difficulty", "approval")) {
            all.put(field, call.optionalText(field));
        }
        all.put("person", call.viewer().personId());
        transaction.run(ISSUE_STATEMENT, all).consume();
        return CommandOutcome.done(id, List.of()).withEvents(List.of(told(id, call, transaction)));
    }

    /** The department, and those who serve the project that the notice is about; its owner sees no notices. */
    private static WorkEvent told(String notice, CommandCall call, Transaction transaction) {
        List<String> audience =
                new ArrayList<>(ConcernedGraph.serving(call.optionalText("project"), call.now(), transaction));
        audience.add(call.text("department"));
        return WorkEvent.of(WorkKind.NOTICE_ISSUED, notice, audience);
    }

    private static void known(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        Map<String, Object> asked = new HashMap<>(Map.of("people", List.of()));
        Map<String, String> lists = Map.of(
                "department", "departments",
                "project", "projects",
                "difficulty", "difficulties",
                "approval", "approvals");
        lists.forEach((field, list) -> {
            String id = call.optionalText(field);
            asked.put(list, id == null ? List.of() : List.of(id));
        });
        Set<String> known = new HashSet<>();
        transaction
                .run(KNOWN_STATEMENT, asked)
                .forEachRemaining(row -> known.add(row.get("id").asString()));
        lists.keySet().stream().sorted().forEach(field -> {
            String id = call.optionalText(field);
            if (id != null && !known.contains(id)) {
                refusals.unknown(field);
            }
        });
    }

    private static CommandOutcome answer(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        String id = call.text("notice");
        List<Record> found = transaction
                .run(
                        FACTS_STATEMENT,
                        Map.of("notice", id, "viewer", call.viewer().asParameter(), "now", call.now()))
                .list();
        if (found.isEmpty()) {
            refusals.unknown("notice");
            return CommandOutcome.refused(null, refusals.found());
        }
        Map<String, Object> stored = found.get(0).get("notice").asMap();
        if (!NodeVersion.isCurrent(stored, call.input().get("version"))) {
            return CommandOutcome.refused(id, List.of(NodeVersion.stale("version")));
        }
        String reply = refusals.needed("reply", 2, LONGEST);
        if (!found.get(0).get("mine").asBoolean()) {
            refusals.notYours("只有收到督办单的部门可以答复", "only the department that it went to answers it");
        } else if (stored.get("repliedAt") != null) {
            refusals.conflict("ALREADY_DONE", "notice", "该督办单已答复", "it was answered already");
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(id, refusals.found());
        }
        Map<String, Object> values = Map.of(
                "reply", reply, "repliedAt", call.now(), NodeVersion.PROPERTY, NodeVersion.next(call.now(), stored));
        transaction
                .run(ANSWER_STATEMENT, Map.of("notice", id, "values", values))
                .consume();
        return CommandOutcome.done(id, List.of());
    }
}
