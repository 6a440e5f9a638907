package io.lianshu.collusion.casework;

import io.lianshu.platform.identifier.Sha256;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hashes of evidence and of the links of its chain of custody. */
final class Custody {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT);

    private Custody() {}

    /** SHA-256 in hexadecimal. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    /** The hash of a link: over its fields, a line each, in the order in which the schema has them. */
    static String link(
            long number,
            String act,
            ZonedDateTime at,
            String by,
            @Nullable String note,
            String sha256,
            String previous) {
        return sha256(String.join(
                "\n",
                List.of(
                        Long.toString(number),
                        act,
                        MOMENT.format(at.toInstant().atOffset(ZoneOffset.UTC)),
                        by,
                        note == null ? "" : note,
                        sha256,
                        previous)));
    }
}
