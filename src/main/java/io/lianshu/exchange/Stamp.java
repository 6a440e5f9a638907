package io.lianshu.exchange;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every written node carries besides its fields: when, and from where. */
record Stamp(Clock clock, @Nullable String source, List<String> files) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    ZonedDateTime now() {
        return ZonedDateTime.now(clock.withZone(SHANGHAI));
    }

    String source(int file) {
        return source == null ? files.get(file) : source;
    }
}
