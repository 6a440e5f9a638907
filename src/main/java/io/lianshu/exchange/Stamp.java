package io.lianshu.exchange;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every written node carries besides its fields: when, and from where.
 *
 * @param uploaded whether it came over the network, so that held fields stay as they are
 */
record Stamp(Clock clock, @Nullable String source, List<String> files, boolean uploaded) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    ZonedDateTime now() {
        return ZonedDateTime.now(clock.withZone(SHANGHAI));
    }

    String source(int file) {
        return source == null ? files.get(file) : source;
    }
}
