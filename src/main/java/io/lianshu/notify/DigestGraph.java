package io.lianshu.notify;

import io.lianshu.platform.clock.Weeks;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Makes the digests of a week or a day, once however many hubs look; they wait in the graph to be sent. */
@Component
@OwnsItsThread
final class DigestGraph {

    private static final String CALENDAR = CypherCatalog.statement("policy", "calendar-of-days");
    private static final String WEEK_IS_MADE = CypherCatalog.statement("notify", "week-is-made");
    private static final String VISITS = CypherCatalog.statement("notify", "visits-due");
    private static final String OVERDUE = CypherCatalog.statement("notify", "overdue");
    private static final String BEGIN = CypherCatalog.statement("notify", "begin-round");
    private static final String ADD = CypherCatalog.statement("notify", "add-deliveries");

    private final Driver driver;
    private final SessionConfig session;
    private final List<String> visitRoles;
    private final LocalTime from;

    DigestGraph(Driver driver, SessionConfig session, CodeLists codes, NotifySettings settings) {
        this.driver = driver;
        this.session = session;
        this.visitRoles = codes.under("agency-role", "VISIT");
        this.from = settings.digestsFrom();
    }

    /** Makes what is to be told now through a channel; how many digests were made. */
    int make(String channel, ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        if (now.toLocalTime().isBefore(from)) {
            return 0;
        }
        LocalDate monday = Weeks.monday(today);
        int made = 0;
        try (Session opened = driver.session(session)) {
            WorkingCalendar calendar = calendar(opened, monday);
            if (!calendar.isWorking(today)) {
                return 0;
            }
            // The first working day of a week is its Monday, unless that is a holiday.
            if (calendar.between(monday.minusDays(1), today) == 1 && weekIsMade(opened, monday)) {
                made += round(opened, channel, DigestKind.WEEK_VISITS, now);
            }
            return made + round(opened, channel, DigestKind.OVERDUE, now);
        }
    }

    private static WorkingCalendar calendar(Session opened, LocalDate monday) {
        Record days = opened.run(CALENDAR, Map.of("first", monday, "last", monday.plusDays(6)))
                .single();
        return new WorkingCalendar(
                days.get("free").asList(Value::asLocalDate), days.get("added").asList(Value::asLocalDate));
    }

    private static boolean weekIsMade(Session opened, LocalDate monday) {
        return opened.run(
                        WEEK_IS_MADE,
                        Map.of(
                                "isoWeek",
                                DigestKind.WEEK_VISITS.period(monday),
                                "first",
                                monday,
                                "last",
                                monday.plusDays(6)))
                .single()
                .get("made")
                .asBoolean();
    }

    /** The round is remembered with its digests in one transaction, so there are all or none. */
    private int round(Session opened, String channel, DigestKind kind, ZonedDateTime now) {
        String period = kind.period(now.toLocalDate());
        String by = UUID.randomUUID().toString();
        try (Transaction transaction = opened.beginTransaction()) {
            boolean fresh = transaction
                    .run(
                            BEGIN,
                            Map.of(
                                    "key",
                                    key(channel, "*", kind, period),
                                    "by",
                                    by,
                                    "values",
                                    Map.of("by", by, "state", "MADE", "createdAt", now, "nextAt", now)))
                    .single()
                    .get("fresh")
                    .asBoolean();
            if (!fresh) {
                return 0;
            }
            List<Digest> digests = kind == DigestKind.OVERDUE ? overdue(transaction, now) : visits(transaction, now);
            List<Map<String, Object>> rows = digests.stream()
                    .map(digest -> Map.<String, Object>of(
                            "key",
                            key(channel, digest.person(), kind, period),
                            "values",
                            values(digest, channel, kind, now)))
                    .toList();
            transaction.run(ADD, Map.of("rows", rows)).consume();
            transaction.commit();
            return rows.size();
        }
    }

    private List<Digest> visits(Transaction transaction, ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        List<Digest.Visit> visits = transaction
                .run(
                        VISITS,
                        Map.of(
                                "isoWeek",
                                DigestKind.WEEK_VISITS.period(today),
                                "today",
                                today,
                                "visitRoles",
                                visitRoles))
                .list(row -> new Digest.Visit(
                        row.get("person").asString(),
                        row.get("employeeNo").asString(null),
                        row.get("project").asString(null),
                        row.get("dueOn").asLocalDate()));
        return digests(visits, Digest.Visit::person, Digest::ofVisits);
    }

    private List<Digest> overdue(Transaction transaction, ZonedDateTime now) {
        List<Digest.Overdue> overdue = transaction
                .run(OVERDUE, Map.of("today", now.toLocalDate(), "visitRoles", visitRoles))
                .list(row -> new Digest.Overdue(
                        row.get("person").asString(),
                        row.get("employeeNo").asString(null),
                        row.get("project").asString(null),
                        row.get("difficulties").asLong(),
                        row.get("approvals").asLong(),
                        row.get("notices").asLong()));
        return digests(overdue, Digest.Overdue::person, Digest::ofOverdue);
    }

    private static <T> List<Digest> digests(List<T> rows, Function<T, String> person, Function<List<T>, Digest> made) {
        Map<String, List<T>> each = new LinkedHashMap<>();
        rows.forEach(row ->
                each.computeIfAbsent(person.apply(row), id -> new ArrayList<>()).add(row));
        return each.values().stream().map(made).toList();
    }

    private static Map<String, @Nullable Object> values(
            Digest digest, String channel, DigestKind kind, ZonedDateTime now) {
        LocalDate day = now.toLocalDate();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", NodeId.of("dlv", List.of(channel, digest.person(), kind.name(), kind.period(day))));
        values.put("channel", channel);
        values.put("kind", kind.name());
        values.put("person", digest.person());
        values.put("employeeNo", digest.employeeNo());
        values.put("title", digest.title());
        values.put("lines", digest.lines());
        values.put("summary", digest.brief().summary());
        values.put("things", digest.brief().things());
        values.put("project", digest.brief().project());
        values.put("projects", digest.brief().projects());
        values.put("state", "PENDING");
        values.put("attempts", 0);
        values.put("createdAt", now);
        values.put("nextAt", now);
        values.put("expiresAt", kind.last(day).plusDays(1).atStartOfDay(now.getZone()));
        return values;
    }

    private static String key(String channel, String person, DigestKind kind, String period) {
        return String.join("|", channel, person, kind.name(), period);
    }
}
