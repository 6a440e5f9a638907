package io.lianshu.trading;

import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One rule of trading in force (交易规则).
 *
 * @param category class of public resource that it is for, or null for all
 * @param phase part of the project that it is for, or null for all
 * @param value in its unit
 * @param unit DAY, WORKING_DAY, PERCENT or COUNT
 * @param permit id of the approval item that comes first, or null
 */
record TradeRule(
        RuleKind kind,
        @Nullable String category,
        @Nullable String phase,
        boolean mandatoryOnly,
        double value,
        @Nullable String unit,
        String article,
        String articleEnglish,
        @Nullable String permit,
        @Nullable String permitName) {

    /** The number of days or things. */
    int count() {
        return (int) Math.round(value);
    }

    /** The last day of a period of this rule that begins on a day; the calendar is asked for working days only. */
    LocalDate endOf(LocalDate day, WorkingCalendar calendar) {
        return "WORKING_DAY".equals(unit) ? calendar.after(day, count()) : day.plusDays(count());
    }

    /** The most, in fen, that this share of an amount allows. */
    long shareOf(long fen) {
        return (long) Math.floor(fen * value / 100 + 1e-6);
    }

    /** As it is quoted at the end of a Chinese sentence. */
    String cited() {
        return "（" + article + "）";
    }

    /** As it is quoted at the end of an English sentence. */
    String citedEnglish() {
        return " (" + articleEnglish + ")";
    }

    String days() {
        return count() + ("WORKING_DAY".equals(unit) ? " 个工作日" : " 日");
    }

    String daysEnglish() {
        return count() + ("WORKING_DAY".equals(unit) ? " working days" : " days");
    }
}
