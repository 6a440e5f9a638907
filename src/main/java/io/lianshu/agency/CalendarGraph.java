package io.lianshu.agency;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/** Reads the official calendar inside a transaction. */
@OwnsItsThread
final class CalendarGraph {

    private static final String DAYS_STATEMENT = CypherCatalog.statement("policy", "calendar-of-days");

    private CalendarGraph() {}

    /** The calendar of a day's year and the years beside it. */
    static WorkingCalendar around(LocalDate day, Transaction transaction) {
        Record days = transaction
                .run(
                        DAYS_STATEMENT,
                        Map.of(
                                "first", LocalDate.of(day.getYear() - 1, 1, 1),
                                "last", LocalDate.of(day.getYear() + 1, 12, 31)))
                .single();
        return new WorkingCalendar(
                days.get("free").asList(Value::asLocalDate), days.get("added").asList(Value::asLocalDate));
    }
}
