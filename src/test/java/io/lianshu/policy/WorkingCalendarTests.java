package io.lianshu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Working days against a count day by day. */
class WorkingCalendarTests {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 729).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Set<LocalDate>> exceptions() {
        return days().set().ofMaxSize(40);
    }

    private static WorkingCalendar calendar(Set<LocalDate> exceptions) {
        return new WorkingCalendar(
                exceptions.stream()
                        .filter(day -> day.getDayOfWeek().getValue() < 6)
                        .toList(),
                exceptions.stream()
                        .filter(day -> day.getDayOfWeek().getValue() > 5)
                        .toList());
    }

    @Property
    void aDayIsWorkingByTheWeekUnlessTheCalendarSaysOtherwise(
            @ForAll("exceptions") Set<LocalDate> exceptions, @ForAll("days") LocalDate day) {
        boolean weekday = day.getDayOfWeek().getValue() < 6;
        assertThat(calendar(exceptions).isWorking(day)).isEqualTo(weekday != exceptions.contains(day));
    }

    @Property
    void betweenCountsTheDaysAfterTheFirst(
            @ForAll("exceptions") Set<LocalDate> exceptions,
            @ForAll("days") LocalDate first,
            @ForAll @IntRange(min = -5, max = 90) int length) {
        WorkingCalendar calendar = calendar(exceptions);
        long counted = Stream.iterate(first.plusDays(1), day -> day.plusDays(1))
                .limit(Math.max(length, 0))
                .filter(calendar::isWorking)
                .count();
        assertThat(calendar.between(first, first.plusDays(length))).isEqualTo((int) counted);
    }

    @Property
    void theNthDayAfterIsTheOneUpToWhichNAreCounted(
            @ForAll("exceptions") Set<LocalDate> exceptions,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        WorkingCalendar calendar = calendar(exceptions);
        LocalDate last = calendar.after(day, n);
        assertThat(calendar.between(day, last)).isEqualTo(n);
        assertThat(calendar.isWorking(last)).isTrue();
    }

    @Property
    void aYearIsKnownByAnEntry(@ForAll("exceptions") Set<LocalDate> exceptions, @ForAll("days") LocalDate day) {
        assertThat(calendar(exceptions).knows(day))
                .isEqualTo(exceptions.stream().anyMatch(known -> known.getYear() == day.getYear()));
    }
}
