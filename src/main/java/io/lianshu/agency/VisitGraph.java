package io.lianshu.agency;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.ClientCommand;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.command.CommandOutcome;
import io.lianshu.platform.command.CommandRefusals;
import io.lianshu.platform.command.NodeChange;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.ClientUuid;
import io.lianshu.policy.WorkingCalendar;
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

/** Visits as the phones send them. */
@OwnsItsThread
final class VisitGraph implements ClientCommand {

    private static final String FACTS_STATEMENT = CypherCatalog.statement("agency", "visits-to-record");
    private static final String RECORD_STATEMENT = CypherCatalog.statement("agency", "record-visits");
    private static final int MOST = 50;
    private static final int MOST_DIFFICULTIES = 5;
    private static final int MOST_ATTACHMENTS = 9;

    private final CodeLists codes;
    private final AgencySettings settings;

    VisitGraph(CodeLists codes, AgencySettings settings) {
        this.codes = codes;
        this.settings = settings;
    }

    @Override
    public Set<String> mutations() {
        return Set.of("recordVisits");
    }

    @Override
    public CommandOutcome carryOut(CommandCall call, Transaction transaction) {
        CommandRefusals refusals = new CommandRefusals(call, codes);
        String person = call.viewer().personId();
        if (person == null) {
            return CommandOutcome.noPerson();
        }
        List<SentVisit> sent = sent(call, refusals);
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        Map<String, Record> facts = facts(person, sent, call, transaction);
        for (int i = 0; i < sent.size(); i++) {
            strange(i, Objects.requireNonNull(facts.get(sent.get(i).clientId())), refusals);
        }
        if (!refusals.none()) {
            return CommandOutcome.refused(null, refusals.found());
        }
        WorkingCalendar calendar = CalendarGraph.around(call.today(), transaction);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<RaisedDifficulty> difficulties = new ArrayList<>();
        for (SentVisit visit : sent) {
            Record fact = Objects.requireNonNull(facts.get(visit.clientId()));
            if (!fact.get("recorded").asBoolean()) {
                JudgedVisit judged = new JudgedVisit(visit, judged(fact), call, codes, settings, calendar);
                rows.add(judged.row());
                if (judged.rejection() == null) {
                    difficulties.addAll(judged.difficulties());
                }
            }
        }
        transaction
                .run(RECORD_STATEMENT, Map.of("person", person, "visits", rows, "now", call.now()))
                .consume();
        List<String> raised = DifficultyGraph.raise(difficulties, call, transaction);
        Map<String, List<String>> concerned = new HashMap<>();
        List<WorkEvent> events = new ArrayList<>();
        for (int i = 0; i < raised.size(); i++) {
            List<String> audience = concerned.computeIfAbsent(
                    difficulties.get(i).project(), project -> ConcernedGraph.by(project, call.now(), transaction));
            events.add(WorkEvent.of(WorkKind.DIFFICULTY_CHANGED, raised.get(i), audience));
        }
        return CommandOutcome.done(person, changes(person, rows)).withEvents(events);
    }

    /** What of it is another's: its identifier, or a file. */
    private static void strange(int index, Record fact, CommandRefusals refusals) {
        String at = "visits[" + index + "].";
        if (fact.get("others").asBoolean()) {
            refusals.conflict(
                    "CLIENT_ID_TAKEN",
                    at + "clientId",
                    "此 clientId 已被使用，请换一个新的 UUID",
                    "this clientId was used already; take a new UUID");
        }
        if (!fact.get("recorded").asBoolean() && !fact.get("strangeFiles").isEmpty()) {
            refusals.add(
                    "NOT_FOUND",
                    at + "attachments",
                    at + "attachments：不是您上传的、尚未使用的附件",
                    at + "attachments: no files that you sent and have not used yet");
        }
    }

    private static JudgedVisit.Facts judged(Record fact) {
        return new JudgedVisit.Facts(
                fact.get("known").asBoolean(),
                fact.get("service").asString(null),
                fact.get("member").asBoolean(false),
                fact.get("consents").asBoolean());
    }

    private static List<NodeChange> changes(String person, List<Map<String, @Nullable Object>> rows) {
        List<NodeChange.Field> fields = rows.stream()
                .map(row -> new NodeChange.Field("visits", null, String.valueOf(row.get("visit"))))
                .toList();
        return fields.isEmpty() ? List.of() : List.of(new NodeChange("Person", person, fields));
    }

    private List<SentVisit> sent(CommandCall call, CommandRefusals refusals) {
        List<SentVisit> visits = new ArrayList<>();
        List<?> given = call.input().get("visits") instanceof List<?> list ? list : List.of();
        if (given.isEmpty()) {
            refusals.add("BAD_VALUE", "visits", "visits：至少一次走访", "visits: at least one");
        }
        refusals.atMost("visits", given.size(), MOST);
        Set<String> seen = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            SentVisit visit = SentVisit.of((Map<?, ?>) given.get(i), call.now().getZone());
            String at = "visits[" + i + "].";
            if (!ClientUuid.isWellFormed(visit.clientId())) {
                refusals.add("BAD_VALUE", at + "clientId", "应为客户端生成的 UUID", "must be a UUID made by the client");
            }
            if (!seen.add(visit.clientId())) {
                refusals.add("BAD_VALUE", at + "clientId", "同一请求中重复", "stands twice in this request");
            }
            if (visit.isNowhere()) {
                refusals.add(
                        "BAD_VALUE",
                        at + "location",
                        "纬度应在 -90 至 90，经度应在 -180 至 180",
                        "latitude must be -90 to 90, longitude -180 to 180");
            }
            refusals.atMost(at + "attachments", visit.attachments().size(), MOST_ATTACHMENTS);
            for (String file : visit.attachments()) {
                if (!files.add(file)) {
                    refusals.add("BAD_VALUE", at + "attachments", "同一请求中重复", "one stands twice in this request");
                }
            }
            refusals.atMost(at + "difficulties", visit.difficulties().size(), MOST_DIFFICULTIES);
            for (int j = 0; j < visit.difficulties().size(); j++) {
                visit.difficulties().get(j).check(at + "difficulties[" + j + "].", refusals);
            }
            visits.add(visit);
        }
        return visits;
    }

    private Map<String, Record> facts(String person, List<SentVisit> sent, CommandCall call, Transaction transaction) {
        List<Map<String, Object>> asked = sent.stream()
                .map(visit -> Map.<String, Object>of(
                        "clientId", visit.clientId(),
                        "project", visit.project(),
                        "on", visit.occurredAt().toLocalDate(),
                        "attachments", visit.attachments()))
                .toList();
        Map<String, Record> facts = new HashMap<>();
        transaction
                .run(
                        FACTS_STATEMENT,
                        Map.of(
                                "person", person,
                                "visits", asked,
                                "visitRoles", codes.under(AgencyCodes.ROLES, AgencyCodes.VISIT)))
                .forEachRemaining(fact -> facts.put(fact.get("clientId").asString(), fact));
        if (facts.size() < sent.size()) {
            throw new IllegalStateException("No person behind " + call.viewer().name());
        }
        return facts;
    }
}
