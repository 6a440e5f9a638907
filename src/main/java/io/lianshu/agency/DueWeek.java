package io.lianshu.agency;

import io.lianshu.platform.clock.Weeks;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a week asks of a served project.
 *
 * @param dueOn its last working day, or its Sunday when it has none
 * @param exempt whether it has too few working days
 */
record DueWeek(String isoWeek, LocalDate dueOn, boolean exempt, int workingDays) {

    static DueWeek of(LocalDate day, WorkingCalendar calendar, AgencySettings settings) {
        LocalDate monday = Weeks.monday(day);
        LocalDate sunday = monday.plusDays(6);
        int working = calendar.between(monday.minusDays(1), sunday);
        LocalDate due = sunday;
        while (working > 0 && !calendar.isWorking(due)) {
            due = due.minusDays(1);
        }
        return new DueWeek(Weeks.of(day), due, working < settings.exemptBelow(), working);
    }

    static String id(String service, String isoWeek) {
        return NodeId.of("vob", List.of(service, isoWeek));
    }

    /** Properties of the visit due of a service in the week. */
    Map<String, @Nullable Object> values(String service, ZonedDateTime now, String source) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id(service, isoWeek));
        values.put("isoWeek", isoWeek);
        values.put("dueOn", dueOn);
        values.put("state", exempt ? "EXEMPT" : "DUE");
        values.put("note", exempt ? "本周工作日仅 " + workingDays + " 天 / only " + workingDays + " working days" : null);
        values.put("createdAt", now);
        values.put("updatedAt", now);
        values.put("source", source);
        return values;
    }
}
