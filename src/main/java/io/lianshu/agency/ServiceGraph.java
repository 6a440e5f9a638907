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
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** Agreements of assistance: begun by the office, confirmed by the owner, served by the three, rated, ended. */
@OwnsItsThread
final class ServiceGraph implements ClientCommand {

    private static final String OPEN_STATEMENT = CypherCatalog.statement("agency", "open-service");
    private static final String FACTS_STATEMENT = CypherCatalog.statement("agency", "service-to-move");
    private static final String MOVE_STATEMENT = CypherCatalog.statement("agency", "move-service");
    private static final String ASSIGN_STATEMENT = CypherCatalog.statement("agency", "assign-member");
    private static final String RATE_STATEMENT = CypherCatalog.statement("agency", "rate-service");

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_COMMENT = 500;

    private final CodeLists codes;

    ServiceGraph(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("openService", "moveService", "assignMember", "rateService");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        return switch (call.mutation()) {
            case "openService" -> open(call, refusals, transaction);
            case "moveService" -> move(call, refusals, transaction);
            case "assignMember" -> assign(call, refusals, transaction);
            default -> rate(call, refusals, transaction);
        };
    }

    private CommandOutcome open(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        String number = refusals.needed("agreementNo", 1, LONGEST_NUMBER);
        LocalDate given = call.day("startOn");
        LocalDate start = given == null ? call.today() : given;
        List<String> stages = call.input().get("stages") instanceof List<?> list
                ? list.stream().map(String::valueOf).distinct().toList()
                : List.of();
        if (!codes.codes("project-stage").containsAll(stages)) {
            refusals.add(
                    "BAD_CODE",
                    "stages",
                    "stages：应为代码表 project-stage 中的代码",
                    "stages: must be codes of the list project-stage");
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        String id = NodeId.of("ags", List.of(number));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id);
        values.put("agreementNo", number);
        values.put("state", "SIGNING");
        values.put("startOn", start);
        values.put("stages", stages.isEmpty() ? null : stages);
        values.put("createdAt", call.now());
        values.put("updatedAt", call.now());
        values.put("source", call.mutation());
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("values", values);
        all.put("project", call.text("project"));
        all.put("person", call.viewer().personId());
        List<String> visit = codes.under(AgencyCodes.ROLES, AgencyCodes.VISIT);
        all.put("role", call.viewer().roles().contains(Role.AGENT) ? visit.get(0) : null);
        all.put("from", start);
        Record opened = transaction.run(OPEN_STATEMENT, all).single();
        if (!opened.get("project").asBoolean()) {
            refusals.unknown("project");
        } else if (opened.get("taken").asBoolean()) {
            refusals.add("ALREADY_THERE", "agreementNo", "agreementNo：此编号已有协议", "agreementNo: there is one already");
        } else if (opened.get("busy").asBoolean()) {
            refusals.conflict(
                    "SERVED_ALREADY", "project", "该项目已有未结束的代办协议", "the project has an agreement that has not ended");
        }
        return refusals.none()
                ? changed(id, "state", null, "SIGNING")
                        .withEvents(List.of(told(id, call.text("project"), call, transaction)))
                : CommandOutcome.refused(null, refusals.found());
    }

    private CommandOutcome move(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        String id = call.text("service");
        Record facts = facts(id, call, transaction);
        boolean office = call.viewer().hasAnyOf(Set.of(Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR));
        if (facts == null || (!office && !facts.get("owned").asBoolean())) {
            refusals.unknown("service");
            return CommandOutcome.refused(null, refusals.found());
        }
        Map<String, Object> stored = facts.get("service").asMap();
        if (!NodeVersion.isCurrent(stored, call.input().get("version"))) {
            return CommandOutcome.refused(id, List.of(NodeVersion.stale("version")));
        }
        String code = refusals.code("state", AgencyCodes.STATES);
        if (!refusals.none()) {
            return CommandOutcome.refused(id, refusals.found());
        }
        AgencyState before = AgencyState.valueOf(String.valueOf(stored.getOrDefault("state", "AVAILABLE")));
        AgencyState wanted = AgencyState.valueOf(code);
        if (!before.next().contains(wanted)) {
            String next = before.next().stream().map(Enum::name).collect(Collectors.joining(", "));
            refusals.conflict(
                    "NOT_NEXT",
                    "state",
                    "state：当前状态 " + before + " 之后只能是 " + (next.isEmpty() ? "（无）" : next),
                    "state: after " + before + " only these may follow: " + (next.isEmpty() ? "none" : next));
            return CommandOutcome.refused(id, refusals.found());
        }
        boolean owners = before == AgencyState.CONFIRMING && wanted != AgencyState.ENDED;
        if (owners ? !facts.get("owned").asBoolean() : !office) {
            refusals.notYours(
                    "待确认的协议由业主确认或退回，其他由审管办办理",
                    "an agreement to be confirmed is the owner's to confirm or send back; all else is the office's");
        }
        if (wanted == AgencyState.CONFIRMING) {
            duties(facts, refusals);
        }
        if ((wanted == AgencyState.ENDED || (before == AgencyState.CONFIRMING && wanted == AgencyState.SIGNING))
                && call.reason() == null) {
            refusals.add("REQUIRED_MISSING", "reason", "reason：请说明理由", "reason: say why");
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(id, refusals.found());
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", wanted.name());
        if (wanted == AgencyState.ENDED) {
            values.put("endOn", call.today());
        }
        values.put(NodeVersion.PROPERTY, NodeVersion.next(call.now(), stored));
        transaction.run(MOVE_STATEMENT, Map.of("service", id, "values", values)).consume();
        return changed(id, "state", before.name(), wanted.name())
                .withEvents(List.of(told(id, facts.get("project").asString(null), call, transaction)));
    }

    private static WorkEvent told(String service, @Nullable String project, CommandCall call, Transaction transaction) {
        return WorkEvent.of(WorkKind.SERVICE_CHANGED, service, ConcernedGraph.by(project, call.now(), transaction));
    }

    /** Each duty of the list agency-duty has somebody, before the owner is asked. */
    private void duties(Record facts, CommandRefusals refusals) {
        List<String> held = facts.get("roles").asList(role -> role.asString(""));
        List<String> missing = codes.codes("agency-duty").stream()
                .filter(duty -> codes.under(AgencyCodes.ROLES, duty).stream().noneMatch(held::contains))
                .toList();
        if (!missing.isEmpty()) {
            refusals.conflict(
                    "DUTY_VACANT",
                    "state",
                    "三员未配齐，缺：" + labels(missing, false),
                    "nobody has these duties yet: " + labels(missing, true));
        }
    }

    private String labels(List<String> duties, boolean english) {
        return duties.stream()
                .map(duty -> codes.label("agency-duty", duty, english))
                .collect(Collectors.joining(english ? ", " : "、"));
    }

    private @Nullable Record facts(String service, CommandCall call, Transaction transaction) {
        List<Record> found = transaction
                .run(
                        FACTS_STATEMENT,
                        Map.of("service", service, "viewer", call.viewer().asParameter(), "now", call.now()))
                .list();
        return found.isEmpty() ? null : found.get(0);
    }

    private CommandOutcome assign(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        String id = call.text("service");
        String role = refusals.code("role", AgencyCodes.ROLES);
        LocalDate given = call.day("from");
        LocalDate to = call.day("to");
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("service", id);
        all.put("person", call.text("person"));
        all.put("role", role);
        all.put("from", given == null ? call.today() : given);
        all.put("to", to);
        all.put("now", call.now());
        Record assigned = transaction.run(ASSIGN_STATEMENT, all).single();
        if (!assigned.get("service").asBoolean()) {
            refusals.unknown("service");
        } else if (!assigned.get("person").asBoolean()) {
            refusals.unknown("person");
        } else if (assigned.get("state").asString("").equals(AgencyCodes.ENDED)) {
            refusals.conflict("SERVICE_ENDED", "service", "该代办服务已结束", "the service has ended");
        } else if (to == null && assigned.get("held").asBoolean()) {
            refusals.add("ALREADY_THERE", "role", "此人已担任该角色", "the person has this role already");
        } else if (to != null && !assigned.get("held").asBoolean()) {
            refusals.add("NOT_FOUND", "role", "此人未担任该角色", "the person does not have this role");
        } else if (to != null && to.isBefore(assigned.get("since").asLocalDate(to))) {
            LocalDate since = assigned.get("since").asLocalDate();
            refusals.add("BAD_VALUE", "to", "to：不能早于起始日期 " + since, "to: must not be before its first day, " + since);
        }
        return refusals.none()
                ? changed(id, "members", null, call.text("person"))
                : CommandOutcome.refused(null, refusals.found());
    }

    private CommandOutcome rate(CommandCall call, CommandRefusals refusals, Transaction transaction) {
        String id = call.text("service");
        int score = call.input().get("score") instanceof Integer given ? given : 0;
        refusals.between("score", score, 1, 5);
        String comment = refusals.optional("comment", LONGEST_COMMENT);
        Record facts = facts(id, call, transaction);
        if (facts == null || !facts.get("owned").asBoolean()) {
            refusals.unknown("service");
        } else if (facts.get("rated").asBoolean()) {
            refusals.conflict("RATED_TODAY", null, "今天已评价过，请明天再来", "it was rated today already; come back tomorrow");
        } else if (!Set.of(AgencyCodes.SIGNED, AgencyCodes.ENDED)
                .contains(String.valueOf(facts.get("service").asMap().get("state")))) {
            refusals.conflict("NOT_SIGNED", "service", "协议尚未签订", "the agreement is not signed yet");
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", NodeId.random("srt"));
        values.put("score", score);
        values.put("comment", comment);
        values.put("at", call.now());
        values.put("createdAt", call.now());
        transaction.run(RATE_STATEMENT, Map.of("service", id, "values", values)).consume();
        return CommandOutcome.done(id, List.of());
    }

    private static CommandOutcome changed(String id, String field, @Nullable String before, String after) {
        return CommandOutcome.done(
                id, List.of(new NodeChange("AgencyService", id, List.of(new NodeChange.Field(field, before, after)))));
    }
}
