package io.lianshu.exchange;

import java.time.Duration;
import java.util.Map;

/**
 * What an import did.
 *
 * @param skipped rows that the mapping does not want
 * @param nodes by GraphQL type
 * @param relations by {@code From-TYPE->To}
 */
public record ImportSummary(
        long read,
        long written,
        long rejected,
        long skipped,
        long warnings,
        Map<String, Count> nodes,
        Map<String, Count> relations,
        Duration took) {

    /** Rows per second; 0 when nothing was read. */
    public long rate() {
        return took.isZero() ? 0 : read * 1_000_000_000L / Math.max(1, took.toNanos());
    }

    /** Different nodes or relations of the run. */
    public record Count(long created, long updated, long unchanged) {

        static final Count NONE = new Count(0, 0, 0);
    }
}
