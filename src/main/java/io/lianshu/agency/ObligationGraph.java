package io.lianshu.agency;

import io.lianshu.platform.clock.Weeks;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.feed.Feed;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Makes each week's visits due, and closes those of past weeks; doing it twice changes nothing. */
@Component
@OwnsItsThread
final class ObligationGraph {

    private static final String WITHOUT_STATEMENT = CypherCatalog.statement("agency", "services-without-week");
    private static final String MAKE_STATEMENT = CypherCatalog.statement("agency", "make-obligations");
    private static final String MISS_STATEMENT = CypherCatalog.statement("agency", "miss-obligations");
    private static final int AT_ONCE = 1_000;
    private static final String SOURCE = "week";

    private final Driver driver;
    private final SessionConfig session;
    private final Feed feed;
    private final CodeLists codes;
    private final AgencySettings settings;
    private final Clock clock;

    ObligationGraph(
            Driver driver, SessionConfig session, Feed feed, CodeLists codes, AgencySettings settings, Clock clock) {
        this.driver = driver;
        this.session = session;
        this.feed = feed;
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a look at the week did. */
    record Done(long made, long missed) {}

    Done lookAtWeek() {
        long made = 0;
        long missed = 0;
        long some;
        do {
            some = make();
            made += some;
        } while (some == AT_ONCE);
        do {
            some = miss();
            missed += some;
        } while (some == AT_ONCE);
        return new Done(made, missed);
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    private long make() {
        ZonedDateTime now = now();
        LocalDate monday = Weeks.monday(now.toLocalDate());
        try (Session opened = driver.session(session);
                Transaction transaction = opened.beginTransaction()) {
            List<String> services = transaction
                    .run(
                            WITHOUT_STATEMENT,
                            Map.of(
                                    "isoWeek",
                                    Weeks.of(monday),
                                    "first",
                                    monday,
                                    "last",
                                    monday.plusDays(6),
                                    "most",
                                    AT_ONCE))
                    .list(row -> row.get("service").asString());
            if (services.isEmpty()) {
                return 0;
            }
            DueWeek week = DueWeek.of(monday, CalendarGraph.around(monday, transaction), settings);
            List<Map<String, Object>> rows = services.stream()
                    .map(service ->
                            Map.<String, Object>of("service", service, "values", week.values(service, now, SOURCE)))
                    .toList();
            List<WorkEvent> events = transaction
                    .run(
                            MAKE_STATEMENT,
                            Map.of(
                                    "rows",
                                    rows,
                                    "from",
                                    monday.atStartOfDay(now.getZone()),
                                    "until",
                                    monday.plusDays(7).atStartOfDay(now.getZone()),
                                    "visitRoles",
                                    codes.under(AgencyCodes.ROLES, AgencyCodes.VISIT),
                                    "now",
                                    now))
                    .list()
                    .stream()
                    .filter(row -> row.get("state").asString().equals("DUE"))
                    .map(row -> WorkEvent.of(
                            WorkKind.VISIT_DUE,
                            row.get("obligation").asString(),
                            row.get("agents").asList(Value::asString)))
                    .toList();
            feed.append(transaction, events, now);
            transaction.commit();
            return services.size();
        }
    }

    private long miss() {
        ZonedDateTime now = now();
        try (Session opened = driver.session(session);
                Transaction transaction = opened.beginTransaction()) {
            long missed = transaction
                    .run(MISS_STATEMENT, Map.of("before", Weeks.monday(now.toLocalDate()), "now", now, "most", AT_ONCE))
                    .single()
                    .get("missed")
                    .asLong();
            transaction.commit();
            return missed;
        }
    }
}
