package io.lianshu.demo;

import java.time.LocalDate;

/** How many tenders and lots there are, and when each comes: two years of them, and some days ahead. */
final class LotDays {

    private static final int SPAN = 730;
    private static final int AHEAD = 20;

    private final Scope scope;
    private final Draws draws;

    LotDays(Scope scope, Draws draws) {
        this.scope = scope;
        this.draws = draws;
    }

    int tenders() {
        return scope.of(24, 480);
    }

    int lots() {
        return scope.of(40, 720);
    }

    /** The place of a lot's tender: each has a first lot, and some of them a second. */
    int tenderOf(int lot) {
        if (lot < tenders()) {
            return lot;
        }
        int second = lot - tenders();
        return scope.grown() ? second * tenders() / (lots() - tenders()) : second;
    }

    /** Whether a lot is opened by now; of the sample's the last three are not. */
    boolean opens(int lot) {
        return scope.grown() ? latest(lot).isBefore(scope.asOf()) : lot < lots() - 3;
    }

    LocalDate deadline(int lot, boolean opened) {
        if (scope.grown()) {
            return opened ? scope.workingDay(latest(lot)) : scope.nextWorkingDay(latest(lot));
        }
        return opened
                ? scope.asOf().minusDays(420 - 10L * lot + draws.between(0, 8))
                : scope.asOf().plusDays(12L * (lot - 38));
    }

    /** The day of a notice: no later than today. */
    LocalDate announced(LocalDate day) {
        return scope.grown() && day.isAfter(scope.asOf()) ? scope.asOf() : scope.workingDay(day);
    }

    private LocalDate latest(int lot) {
        return scope.asOf().minusDays(SPAN - (long) (SPAN + AHEAD) * (tenderOf(lot) + 1) / tenders());
    }
}
