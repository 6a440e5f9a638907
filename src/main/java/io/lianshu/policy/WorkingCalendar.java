package io.lianshu.policy;

import io.lianshu.platform.refusal.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The official calendar (工作日历): Monday to Friday, but for the days that the State Council's yearly notice frees or adds. A year is
 * known when the calendar has an entry of it; nothing is counted into an unknown one.
 */
public final class WorkingCalendar {

    private final Set<LocalDate> free;
    private final Set<LocalDate> added;
    private final Set<Integer> years;

    /**
     * @param free days on which offices are closed, weekends apart
     * @param added days of weekends on which they work
     */
    public WorkingCalendar(Collection<LocalDate> free, Collection<LocalDate> added) {
        this.free = Set.copyOf(free);
        this.added = Set.copyOf(added);
        this.years = Stream.concat(free.stream(), added.stream())
                .map(LocalDate::getYear)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the calendar of the day's year has been imported. */
    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** What is said of a day whose year the calendar does not know. */
    public static Refusal unknown(String field, LocalDate day) {
        return Refusal.badInput(
                "OUTSIDE_CALENDAR",
                field,
                field + "：工作日历没有 " + day.getYear() + " 年，请先用 calendar-days 模板导入",
                field + ": the working calendar has no year " + day.getYear()
                        + "; import it first with the template calendar-days");
    }

    /** What speaks against a day by which something is to be done: it must be a working day, from today on. */
    public Optional<Refusal> unfit(String field, LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            return Optional.of(
                    Refusal.badInput("IN_PAST", field, field + "：不能早于今天", field + ": must not be earlier than today"));
        }
        if (!knows(day)) {
            return Optional.of(unknown(field, day));
        }
        return isWorking(day)
                ? Optional.empty()
                : Optional.of(Refusal.badInput(
                        "NOT_WORKING", field, field + "：" + day + " 不是工作日", field + ": " + day + " is no working day"));
    }

    public boolean isWorking(LocalDate day) {
        return added.contains(day) || (day.getDayOfWeek().getValue() < 6 && !free.contains(day));
    }

    /** Working days after the first day, up to and with the last one; 0 when the last is not after the first. */
    public int between(LocalDate first, LocalDate last) {
        int days = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            days += isWorking(day) ? 1 : 0;
        }
        return days;
    }

    /** The n-th working day after a day; the day itself when n is 0 or less. */
    public LocalDate after(LocalDate day, int n) {
        LocalDate last = day;
        for (int left = n; left > 0; left -= isWorking(last) ? 1 : 0) {
            last = last.plusDays(1);
        }
        return last;
    }
}
