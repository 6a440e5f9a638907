package io.lianshu.approval;

import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an approval's next step depends on.
 *
 * @param stored its properties
 * @param promisedDays working days promised for its item, or null
 * @param commitment whether its item may be accepted on the applicant's promise
 * @param lastAt when the step before was taken, or null
 * @param desk id of the department on whose desk it lies, or null
 * @param mine whether the caller works there
 * @param before names of items that must be granted first and are not
 * @param counted stretches in which the clock ran, open ones until now
 * @param deskKnown whether the department that it is to go to is there
 * @param officerKnown whether the person who is to handle it works there
 */
record MoveFacts(
        Map<String, Object> stored,
        @Nullable Integer promisedDays,
        boolean commitment,
        @Nullable ZonedDateTime lastAt,
        @Nullable String desk,
        boolean mine,
        List<String> before,
        List<Stretch> counted,
        boolean deskKnown,
        boolean officerKnown,
        WorkingCalendar calendar) {

    /** From the end of the first day to the end of the last. */
    record Stretch(LocalDate from, LocalDate to) {}

    ApprovalStatus status() {
        return ApprovalStatus.of(String.valueOf(stored.get("status"))).orElse(ApprovalStatus.RECEIVED);
    }

    /** Working days that the clock has counted: those of the union of the stretches. */
    int used() {
        return (int) counted.stream()
                .filter(stretch -> stretch.to().isAfter(stretch.from()))
                .flatMap(stretch ->
                        stretch.from().plusDays(1).datesUntil(stretch.to().plusDays(1)))
                .filter(calendar::isWorking)
                .distinct()
                .count();
    }
}
