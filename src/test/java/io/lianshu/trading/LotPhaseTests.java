package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.viewer.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LotPhaseTests {

    private static final String BEFORE = "2026-03-01T09:30:00+08:00";
    private static final String NOW = "2026-03-02T09:30:00+08:00";
    private static final String AFTER = "2026-03-03T09:30:00+08:00";

    private final LotPhase phase = new LotPhase(Clock.fixed(Instant.parse("2026-03-02T01:30:00Z"), ZoneOffset.UTC));

    @Test
    void a_lot_is_open_only_once_its_opening_is_recorded_and_has_come() {
        assertThat(phase.compute(
                                List.of(
                                        lot(AFTER, null),
                                        lot(NOW, null),
                                        lot(BEFORE, AFTER),
                                        lot(BEFORE, NOW),
                                        lot(null, null)),
                                Viewer.PUBLIC)
                        .join())
                .containsExactly("BIDDING", "CLOSED", "CLOSED", "OPENED", "BIDDING");
    }

    private static Map<String, Object> lot(@Nullable String bidDeadline, @Nullable String openedAt) {
        Map<String, Object> lot = new HashMap<>();
        lot.put("bidDeadline", bidDeadline == null ? null : ZonedDateTime.parse(bidDeadline));
        lot.put("openedAt", openedAt == null ? null : ZonedDateTime.parse(openedAt));
        return lot;
    }
}
