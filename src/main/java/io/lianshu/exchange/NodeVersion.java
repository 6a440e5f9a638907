package io.lianshu.exchange;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The version of a node, which is when it was last written. */
final class NodeVersion {

    static final String PROPERTY = "updatedAt";

    private NodeVersion() {}

    /** Whether a node is still as it was when this version of it was read. */
    static boolean isCurrent(Map<String, Object> stored, @Nullable Object read) {
        return stored.get(PROPERTY) instanceof ZonedDateTime version
                && read instanceof OffsetDateTime seen
                && version.toInstant().equals(seen.toInstant());
    }

    /** The version to write: no two of a node are the same, however fast they follow one another. */
    static ZonedDateTime next(ZonedDateTime now, Map<String, Object> stored) {
        return stored.get(PROPERTY) instanceof ZonedDateTime version && !now.isAfter(version)
                ? version.plusNanos(1_000)
                : now;
    }
}
