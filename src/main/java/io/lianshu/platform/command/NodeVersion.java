package io.lianshu.platform.command;

import io.lianshu.platform.refusal.Refusal;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The version of a node, which is when it was last written. */
public final class NodeVersion {

    public static final String PROPERTY = "updatedAt";

    private NodeVersion() {}

    /** Whether a node is still as it was when this version of it was read. */
    public static boolean isCurrent(Map<String, Object> stored, @Nullable Object read) {
        return stored.get(PROPERTY) instanceof ZonedDateTime version
                && read instanceof OffsetDateTime seen
                && version.toInstant().equals(seen.toInstant());
    }

    /** The version to write: no two of a node are the same, however fast they follow one another. */
    public static ZonedDateTime next(ZonedDateTime now, Map<String, Object> stored) {
        return stored.get(PROPERTY) instanceof ZonedDateTime version && !now.isAfter(version)
                ? version.plusNanos(1_000)
                : now;
    }

    /** What is said when a node is not as it was when it was read. */
    public static Refusal stale(String field) {
        return new Refusal(
                "VERSION_STALE",
                Refusal.Kind.CONFLICT,
                field,
                "此后已有人改动，请核对当前内容后用其 version 重新提交",
                "somebody has written it since; look at what it is now and send again with its version");
    }
}
