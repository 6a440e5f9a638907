package io.lianshu.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.viewer.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockStateTests {

    // In Shanghai it is already the third of March.
    private final ClockState state = new ClockState(Clock.fixed(Instant.parse("2026-03-02T17:00:00Z"), ZoneOffset.UTC));

    @Test
    void it_warns_two_days_before_and_is_overdue_after_the_day() {
        assertThat(states(open("2026-03-06"), open("2026-03-05"), open("2026-03-03"), open("2026-03-02")))
                .containsExactly("NORMAL", "WARN", "WARN", "OVERDUE");
    }

    @Test
    void a_decision_counts_by_its_own_day() {
        assertThat(states(decided("2026-02-10", "2026-02-10T15:59:00Z"), decided("2026-02-10", "2026-02-10T16:01:00Z")))
                .containsExactly("NORMAL", "OVERDUE");
    }

    @Test
    void without_a_promised_day_there_is_no_state() {
        assertThat(states(new HashMap<>())).containsOnlyNulls();
    }

    @SafeVarargs
    private List<Object> states(Map<String, Object>... rows) {
        return state.compute(Arrays.asList(rows), Viewer.PUBLIC).join();
    }

    private static Map<String, Object> open(String dueOn) {
        Map<String, Object> row = new HashMap<>();
        row.put("dueOn", LocalDate.parse(dueOn));
        return row;
    }

    private static Map<String, Object> decided(String dueOn, String completedAt) {
        Map<String, Object> row = open(dueOn);
        row.put("completedAt", ZonedDateTime.parse(completedAt));
        return row;
    }
}
