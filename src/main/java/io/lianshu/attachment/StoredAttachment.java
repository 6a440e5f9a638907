package io.lianshu.attachment;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An upload as the graph has it, and the answer to whoever sent it.
 *
 * @param sha256 of what is stored, in hexadecimal digits
 * @param width as it is shown; null of a file that is no photo
 */
record StoredAttachment(
        String id,
        String objectKey,
        String name,
        String mime,
        long size,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable ZonedDateTime takenAt) {}
