package io.lianshu.approval;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.refusal.Refusal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.springframework.stereotype.Component;

/** Applications handed in, and land deals, which make simulated approvals real. */
@Component
@OwnsItsThread
final class IntakeGraph implements ClientCommand {

    private static final String RECEIVE_STATEMENT = CypherCatalog.statement("approval", "receive-approval");
    private static final String DEAL_STATEMENT = CypherCatalog.statement("approval", "record-land-deal");

    private static final String RECEIVE = "receiveApproval";
    private static final String DEAL = "recordLandDeal";
    private static final int LONGEST_NUMBER = 100;
    /** In square metres; a district is no larger. */
    private static final int LARGEST_AREA = 1_000_000_000;

    private final CodeLists codes;

    IntakeGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of(RECEIVE, DEAL);
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        return call.mutation().equals(RECEIVE) ? receive(call, transaction) : deal(call, transaction);
    }

    private CommandOutcome receive(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        ZonedDateTime at = refusals.pastTime("submittedAt");
        String number = refusals.needed("instanceNo", 1, LONGEST_NUMBER);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String id = NodeId.of("apv", List.of(number));
        Map<String, Object> approval = new HashMap<>(Map.of(
                "id", id,
                "instanceNo", number,
                "status", ApprovalStatus.RECEIVED.code(),
                "submittedAt", at,
                "deskSince", at,
                "simulated", Boolean.TRUE.equals(call.input().get("simulated")),
                "createdAt", call.now(),
                "updatedAt", call.now(),
                "source", call.mutation()));
        Map<String, Object> step = Map.of(
                "id", NodeId.random("aps"),
                "status", ApprovalStatus.RECEIVED.code(),
                "at", at,
                "createdAt", call.now());
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("approval", approval);
        all.put("step", step);
        all.put("project", call.text("project"));
        all.put("item", call.text("item"));
        all.put("desk", call.text("desk"));
        all.put("by", call.viewer().personId());
        Record received = transaction.run(RECEIVE_STATEMENT, all).single();
        for (String field : List.of("project", "item", "desk")) {
            if (!received.get(field).asBoolean()) {
                refusals.unknown(field);
            }
        }
        if (!received.get("fresh").asBoolean()) {
            refusals.add(Refusal.badInput(
                    "ALREADY_THERE",
                    "instanceNo",
                    "instanceNo：此编号已接件",
                    "instanceNo: this number was received already"));
        }
        if (Set.of("TERMINATED", "FINISHED")
                .contains(received.get("projectStatus").asString(""))) {
            refusals.add(Refusal.badInput(
                    "PROJECT_OVER", "project", "project：项目已终止或已完成", "project: it has been ended or finished"));
        }
        return refusals.none()
                ? CommandOutcome.done(id, List.of(change("Approval", id, "status", "1")))
                : CommandOutcome.refused(null, refusals.found());
    }

    private CommandOutcome deal(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        String number = refusals.needed("dealNo", 1, LONGEST_NUMBER);
        String mode = refusals.code("mode", "land-mode");
        LocalDate day = refusals.past("dealOn");
        if (call.input().get("area") instanceof Double area && !(area > 0 && area <= LARGEST_AREA)) {
            refusals.add(
                    "BAD_VALUE",
                    "area",
                    "area：应大于 0，最多 " + LARGEST_AREA + " 平方米",
                    "area: must be above 0 and at most " + LARGEST_AREA + " square metres");
        }
        Long price = call.fen("price");
        if (price != null && price < 0) {
            refusals.add("BAD_VALUE", "price", "price：不能小于 0", "price: must not be below 0");
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String project = call.text("project");
        Map<String, @Nullable Object> deal = new HashMap<>();
        deal.put("id", NodeId.of("lnd", List.of(number)));
        deal.put("dealNo", number);
        deal.put("mode", mode);
        deal.put("dealOn", day);
        deal.put("area", call.input().get("area"));
        deal.put("price", price);
        deal.put("createdAt", call.now());
        deal.put("updatedAt", call.now());
        deal.put("source", call.mutation());
        Map<String, Object> all = Map.of(
                "project",
                project,
                "deal",
                deal,
                "at",
                day.atStartOfDay(call.now().getZone()),
                "now",
                call.now());
        Record recorded = transaction.run(DEAL_STATEMENT, all).single();
        if (!recorded.get("project").asBoolean()) {
            refusals.unknown("project");
            return CommandOutcome.refused(null, refusals.found());
        }
        if (recorded.get("taken").asBoolean()) {
            return CommandOutcome.refused(
                    "ALREADY_THERE", "dealNo", "dealNo：此成交编号已登记", "dealNo: this number was recorded already");
        }
        return CommandOutcome.done(project, List.of(change("Project", project, "landAcquiredOn", day.toString())));
    }

    private static NodeChange change(String label, String id, String field, String value) {
        return new NodeChange(label, id, List.of(new NodeChange.Field(field, null, value)));
    }
}
