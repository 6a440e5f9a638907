package io.lianshu.approval;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.command.Series;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.Role;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Parallel reviews of a project: begun over several of its approvals, over when the last of them is decided. */
@Component
@OwnsItsThread
final class ReviewGraph implements ClientCommand {

    private static final String FACTS_STATEMENT = CypherCatalog.statement("approval", "approvals-to-review");
    private static final String OPEN_STATEMENT = CypherCatalog.statement("approval", "open-review");
    private static final String CLOSE_STATEMENT = CypherCatalog.statement("approval", "close-review");

    private static final String APPROVALS = "approvals";
    private static final int LEAST = 2;
    private static final int MOST = 10;

    private final CodeLists codes;

    ReviewGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("openParallelReview");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        List<?> given = call.input().get(APPROVALS) instanceof List<?> list ? list : List.of();
        List<String> asked = given.stream().map(String::valueOf).toList();
        List<String> approvals = asked.stream().distinct().toList();
        if (approvals.size() < LEAST) {
            refusals.add("TOO_FEW", APPROVALS, "approvals：并联审批至少两件", "approvals: at least two different ones");
        }
        refusals.atMost(APPROVALS, approvals.size(), MOST);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        Record facts = transaction
                .run(
                        FACTS_STATEMENT,
                        Map.of(
                                "project",
                                call.text("project"),
                                APPROVALS,
                                approvals,
                                "viewer",
                                call.viewer().asParameter(),
                                "now",
                                call.now()))
                .single();
        List<Map<String, Object>> found = facts.get(APPROVALS).asList(Value::asMap);
        check(call, facts, asked, found, refusals);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String code = Series.next("BL-" + call.today().getYear(), transaction);
        String id = NodeId.of("prv", List.of(code));
        Map<String, Object> review = Map.of(
                "id", id,
                "code", code,
                "openedAt", call.now(),
                "createdAt", call.now(),
                "updatedAt", call.now(),
                "source", call.mutation());
        transaction
                .run(OPEN_STATEMENT, Map.of("review", review, APPROVALS, approvals))
                .consume();
        List<String> audience = new ArrayList<>(facts.get("members").asList(Value::asString));
        found.stream()
                .map(approval -> approval.get("desk"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .forEach(audience::add);
        List<NodeChange> changes = approvals.stream()
                .map(approval ->
                        new NodeChange("Approval", approval, List.of(new NodeChange.Field("review", null, id))))
                .toList();
        return CommandOutcome.done(id, changes)
                .withEvents(List.of(WorkEvent.of(WorkKind.REVIEW_CHANGED, id, audience)));
    }

    private static void check(
            CommandCall call,
            Record facts,
            List<String> asked,
            List<Map<String, Object>> found,
            CommandRefusals refusals) {
        if (!facts.get("project").asBoolean()) {
            refusals.unknown("project");
            return;
        }
        if (Set.of("TERMINATED", "FINISHED").contains(facts.get("projectStatus").asString(""))) {
            refusals.conflict("PROJECT_OVER", "project", "project：项目已终止或已完成", "project: it has been ended or finished");
        }
        boolean clerk = call.viewer().roles().contains(Role.WINDOW_CLERK);
        if (!clerk && found.stream().noneMatch(approval -> Boolean.TRUE.equals(approval.get("mine")))) {
            refusals.notYours(
                    "由窗口，或其中一件的办理部门发起", "leave it to the window, or to a department that has one of them on its desk");
        }
        Map<String, Map<String, Object>> byId = new HashMap<>();
        found.forEach(approval -> byId.put(String.valueOf(approval.get("id")), approval));
        for (int i = 0; i < asked.size(); i++) {
            Map<String, Object> approval = byId.get(asked.get(i));
            String field = APPROVALS + "[" + i + "]";
            if (approval == null) {
                refusals.unknown(field);
            } else {
                check(field, approval, refusals);
            }
        }
    }

    private static void check(String field, Map<String, Object> approval, CommandRefusals refusals) {
        ApprovalStatus status =
                ApprovalStatus.of(String.valueOf(approval.get("status"))).orElse(ApprovalStatus.RECEIVED);
        if (!Boolean.TRUE.equals(approval.get("own"))) {
            refusals.add("OTHER_PROJECT", field, field + "：是另一项目的办件", field + ": it is an approval of another project");
        } else if (Boolean.TRUE.equals(approval.get("completed")) || status.isDecided()) {
            refusals.conflict("APPROVAL_CLOSED", field, field + "：办件已办结", field + ": it is decided already");
        } else if (approval.get("review") != null) {
            refusals.conflict(
                    "IN_REVIEW",
                    field,
                    field + "：已在并联审批 " + approval.get("review") + " 中，办结后再发起",
                    field + ": it is in the parallel review " + approval.get("review") + ", which is not over");
        } else if (!Boolean.TRUE.equals(approval.get("parallel"))) {
            refusals.add(
                    "NOT_PARALLEL",
                    field,
                    field + "：该事项不是并联事项，请按先后办理",
                    field + ": its item does not run beside others; deal with it in its turn");
        }
    }

    /** Closes the review of an approval that was just decided, when it was the last; what is to be told of it. */
    static Optional<WorkEvent> closedWith(String approval, ZonedDateTime now, Transaction transaction) {
        return transaction.run(CLOSE_STATEMENT, Map.of("approval", approval, "now", now)).stream()
                .map(row -> WorkEvent.of(
                        WorkKind.REVIEW_CHANGED,
                        row.get("review").asString(),
                        row.get("audience").asList(Value::asString)))
                .findFirst();
    }
}
