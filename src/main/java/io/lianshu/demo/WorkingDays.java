package io.lianshu.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * On which days the offices work: not on Saturdays, Sundays and the three long public holidays. Working Saturdays that make
 * up for holidays are left out; the calendar that counts is the imported one.
 */
final class WorkingDays {

    /** First days of the lunar year; the eve and the seven days from it are free. */
    private static final Map<Integer, MonthDay> LUNAR_NEW_YEAR = Map.ofEntries(
            Map.entry(2019, MonthDay.of(2, 5)),
            Map.entry(2020, MonthDay.of(1, 25)),
            Map.entry(2021, MonthDay.of(2, 12)),
            Map.entry(2022, MonthDay.of(2, 1)),
            Map.entry(2023, MonthDay.of(1, 22)),
            Map.entry(2024, MonthDay.of(2, 10)),
            Map.entry(2025, MonthDay.of(1, 29)),
            Map.entry(2026, MonthDay.of(2, 17)),
            Map.entry(2027, MonthDay.of(2, 6)),
            Map.entry(2028, MonthDay.of(1, 26)),
            Map.entry(2029, MonthDay.of(2, 13)),
            Map.entry(2030, MonthDay.of(2, 3)));

    private WorkingDays() {}

    static LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (isFree(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    static LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (isFree(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    static boolean isFree(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holiday(day).isPresent();
    }

    /** The public holiday that a day belongs to. */
    static Optional<String> holiday(LocalDate day) {
        int month = day.getMonthValue();
        int date = day.getDayOfMonth();
        if (month == 1 && date == 1) {
            return Optional.of("元旦");
        }
        if (month == 5 && date <= 5) {
            return Optional.of("劳动节");
        }
        if (month == 10 && date <= 7) {
            return Optional.of("国庆节");
        }
        MonthDay newYear = LUNAR_NEW_YEAR.get(day.getYear());
        if (newYear == null) {
            return Optional.empty();
        }
        long since = ChronoUnit.DAYS.between(newYear.atYear(day.getYear()), day);
        return since >= -1 && since < 7 ? Optional.of("春节") : Optional.empty();
    }
}
