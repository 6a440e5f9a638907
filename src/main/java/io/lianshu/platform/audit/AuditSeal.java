package io.lianshu.platform.audit;

import io.lianshu.platform.secret.Sealer;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keyed hash that makes events a chain: over the event's number, all that it says, and the hash before it. */
final class AuditSeal {

    private final Sealer sealer;

    AuditSeal(Sealer sealer) {
        this.sealer = sealer;
    }

    /**
     * The event's hash.
     *
     * @param before hash of the event before; empty for the first
     */
    String of(long number, AuditEntry entry, String before) {
        return sealer.hash("audit\n"
                + joined(
                        before,
                        Long.toString(number),
                        instant(entry.at()),
                        entry.action().name(),
                        entry.by(),
                        entry.roles(),
                        entry.command(),
                        entry.subject(),
                        entry.reason(),
                        entry.details()));
    }

    /** To the millisecond, which every database keeps, in one zone. */
    private static String instant(ZonedDateTime at) {
        return at.toInstant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Length before text, so that no two events run together to the same. */
    private static String joined(@Nullable String... parts) {
        return Arrays.stream(parts)
                .map(part -> part == null ? "-" : part.length() + ":" + part)
                .collect(Collectors.joining());
    }
}
