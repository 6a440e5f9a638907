package io.lianshu.platform.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/** ISO weeks as the hub writes them: 2026-W48, from Monday to Sunday of Asia/Shanghai. */
public final class Weeks {

    private static final Pattern FORM = Pattern.compile("20\\d{2}-W(0[1-9]|[1-4]\\d|5[0-3])");

    private Weeks() {}

    public static boolean isWeek(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int year = Integer.parseInt(text.substring(0, 4));
        long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 7, 1))
                .getMaximum();
        return Integer.parseInt(text.substring(6)) <= weeks;
    }

    public static String of(LocalDate day) {
        return "%04d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
