package io.lianshu.trading;

import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a lot's procedure stands now (标段进展): a passed deadline is no opening, only the recorded fact is. */
@Component
final class LotPhase implements ComputedValue {

    private final Clock clock;

    LotPhase(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String field() {
        return "Lot.phase";
    }

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        Instant now = clock.instant();
        return CompletableFuture.completedFuture(rows.stream()
                .<@Nullable Object>map(row -> {
                    if (isPast(row.get("openedAt"), now)) {
                        return "OPENED";
                    }
                    return isPast(row.get("bidDeadline"), now) ? "CLOSED" : "BIDDING";
                })
                .toList());
    }

    private static boolean isPast(@Nullable Object time, Instant now) {
        return time instanceof ZonedDateTime moment && !moment.toInstant().isAfter(now);
    }
}
