package io.lianshu.approval;

import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How an approval's promised day stands (时限状态): a warning from two days before it, overdue after it. Calendar days;
 * an approval without a promised day has no state.
 */
@Component
final class ClockState implements ComputedValue {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int WARNING_DAYS = 2;

    private final Clock clock;

    ClockState(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String field() {
        return "Approval.clockState";
    }

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return CompletableFuture.completedFuture(rows.stream()
                .<@Nullable Object>map(row -> state(row.get("dueOn"), row.get("completedAt"), today))
                .toList());
    }

    private static @Nullable String state(@Nullable Object dueOn, @Nullable Object completedAt, LocalDate today) {
        if (!(dueOn instanceof LocalDate due)) {
            return null;
        }
        if (completedAt instanceof ZonedDateTime completed) {
            boolean late = completed.withZoneSameInstant(ZONE).toLocalDate().isAfter(due);
            return late ? "OVERDUE" : "NORMAL";
        }
        if (today.isAfter(due)) {
            return "OVERDUE";
        }
        return today.plusDays(WARNING_DAYS).isBefore(due) ? "NORMAL" : "WARN";
    }
}
