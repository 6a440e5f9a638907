package io.lianshu.agency;

import io.lianshu.platform.clock.Weeks;
import io.lianshu.platform.read.ArgumentCheck;
import io.lianshu.platform.refusal.Refusal;
import java.util.Map;

/** The week that a list is asked for. */
record WeekArguments(String field) implements ArgumentCheck {

    private static final String WEEK = "isoWeek";

    @Override
    public void check(Map<String, Object> arguments) {
        if (arguments.get(WEEK) instanceof String week && !Weeks.isWeek(week)) {
            throw Refusal.badInput(
                    "BAD_ARGUMENT",
                    WEEK,
                    WEEK + " 应如 2026-W09，且该年有此周",
                    WEEK + " must be like 2026-W09, a week that the year has");
        }
    }
}
