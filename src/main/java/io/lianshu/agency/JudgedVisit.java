package io.lianshu.agency;

import io.lianshu.platform.clock.Weeks;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.write.GraphPoint;
import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a visit counts, and for which week. */
record JudgedVisit(
        SentVisit visit,
        Facts facts,
        CommandCall call,
        CodeLists codes,
        AgencySettings settings,
        WorkingCalendar calendar) {

    /**
     * What the graph says of it.
     *
     * @param service id of the service that the project was in on that day, or null
     * @param member whether the agent had a visiting part in it
     * @param consents whether the agent consents to the place being kept
     */
    record Facts(boolean projectKnown, @Nullable String service, boolean member, boolean consents) {}

    private static final int LONGEST = 2_000;
    /** How far a phone's clock may be ahead. */
    private static final int MINUTES_AHEAD = 5;

    /** Code of the list visit-rejection; null when the visit counts. */
    @Nullable
    String rejection() {
        if (!facts.projectKnown()) {
            return "PROJECT_UNKNOWN";
        }
        if (visit.occurredAt().isAfter(call.now().plusMinutes(MINUTES_AHEAD))) {
            return "IN_FUTURE";
        }
        if (!codes.contains(AgencyCodes.CHANNELS, visit.channel())) {
            return "BAD_CHANNEL";
        }
        if (facts.service() == null) {
            return "NOT_SERVED";
        }
        if (!facts.member()) {
            return "NOT_A_MEMBER";
        }
        String progress = visit.progress();
        return progress != null && progress.length() > LONGEST ? "TOO_LONG" : null;
    }

    String id() {
        return NodeId.of("vis", List.of(visit.clientId()));
    }

    /** The difficulties that came up on it. */
    List<RaisedDifficulty> difficulties() {
        return visit.difficulties().stream().map(raised -> raised.on(id())).toList();
    }

    /** A row for record-visits.cypher. */
    Map<String, @Nullable Object> row() {
        String rejection = rejection();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", id());
        values.put("clientId", visit.clientId());
        values.put("channel", visit.channel());
        values.put("occurredAt", visit.occurredAt());
        values.put("recordedAt", call.now());
        values.put("progress", visit.progress());
        values.put("state", rejection == null ? "ACCEPTED" : "REJECTED");
        values.put("rejection", rejection);
        values.put("createdAt", call.now());
        values.put("updatedAt", call.now());
        values.put("source", call.mutation());
        if (visit.location() != null && facts.consents()) {
            values.put("location", GraphPoint.wgs84(visit.latitude(), visit.longitude()));
        }
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("visit", id());
        row.put("values", values);
        row.put("project", visit.project());
        row.put("attachments", visit.attachments());
        String service = facts.service();
        if (rejection == null && service != null) {
            week(service, row);
        }
        return row;
    }

    private void week(String service, Map<String, @Nullable Object> row) {
        LocalDate on = visit.occurredAt().toLocalDate();
        String week = Weeks.of(on);
        ZonedDateTime latest = visit.occurredAt().plus(settings.late());
        boolean counts = week.equals(Weeks.of(call.today())) || !call.now().isAfter(latest);
        row.put("service", service);
        row.put("obligation", DueWeek.id(service, week));
        row.put("due", DueWeek.of(on, calendar, settings).values(service, call.now(), call.mutation()));
        row.put("counts", counts);
        row.put("late", "补报超过 " + settings.late().toHours() + " 小时，不计入本周 / recorded too late for this week");
    }
}
