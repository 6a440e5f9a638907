package io.lianshu.notify;

import io.lianshu.platform.clock.Weeks;
import java.time.LocalDate;

/** What is told: the week's visits at its beginning, what is overdue on each working day. */
enum DigestKind {
    WEEK_VISITS {
        @Override
        String period(LocalDate day) {
            return Weeks.of(day);
        }

        @Override
        LocalDate last(LocalDate day) {
            return day.plusDays(7L - day.getDayOfWeek().getValue());
        }
    },
    OVERDUE {
        @Override
        String period(LocalDate day) {
            return day.toString();
        }

        @Override
        LocalDate last(LocalDate day) {
            return day;
        }
    };

    /** The week or day for which a person gets one digest. */
    abstract String period(LocalDate day);

    /** Last day on which it is still worth sending. */
    abstract LocalDate last(LocalDate day);
}
