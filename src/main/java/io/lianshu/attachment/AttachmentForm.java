package io.lianshu.attachment;

import io.lianshu.attachment.AttachmentSettings.Attachment;
import io.lianshu.platform.identifier.ClientUuid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A form on its way in: its one file is counted and written to the disk as it comes, its fields are read. */
final class AttachmentForm {

    /** A longer field than any that is asked for ends the form. */
    static final int LONGEST_FIELD = 1_000;

    static final int MOST_PARTS = 10;
    private static final int MOST_PAUSES = 10;
    private static final String FILE = "file";
    /** Years in which a photo may have been taken, whatever its camera's clock says. */
    private static final int EARLIEST = 1900;

    private static final int LATEST = 2999;

    private final Attachment settings;
    private final Incoming incoming;
    private long bytes;
    private boolean file;
    private boolean fileOver;
    /** Whether it was what came that failed, and not the disk. */
    private volatile boolean unread;

    AttachmentForm(Attachment settings, Incoming incoming) {
        this.settings = settings;
        this.incoming = incoming;
    }

    /** Ends when the form has come whole; fails with an {@link AttachmentRefused}. */
    Mono<Void> write(Flux<PartEvent> parts) {
        Flux<DataBuffer> content = parts.timeout(settings.patience())
                .<DataBuffer>handle((part, sink) -> {
                    try {
                        DataBuffer taken = taken(part);
                        if (taken != null) {
                            sink.next(taken);
                        }
                    } catch (RuntimeException e) {
                        DataBufferUtils.release(part.content());
                        sink.error(e);
                    }
                })
                .doOnError(e -> unread = true);
        return DataBufferUtils.write(
                        content, incoming.received(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                .timeout(settings.patience().multipliedBy(MOST_PAUSES))
                .onErrorMap(TimeoutException.class, e -> AttachmentRefused.slow())
                .onErrorMap(AttachmentForm::isMalformed, e -> AttachmentRefused.brokenForm())
                .onErrorMap(IOException.class, e -> unread ? e : new UncheckedIOException(e))
                .then(Mono.defer(() -> bytes == 0 ? Mono.error(AttachmentRefused.empty()) : Mono.empty()));
    }

    /** A part's header that is no good is told by Spring as wrong arguments, states and places. */
    private static boolean isMalformed(Throwable e) {
        return e instanceof DecodingException
                || e instanceof DataBufferLimitException
                || e instanceof IllegalArgumentException
                || e instanceof IllegalStateException
                || e instanceof IndexOutOfBoundsException;
    }

    /** What of a part goes into the file; null when nothing does. */
    private @Nullable DataBuffer taken(PartEvent part) {
        if (part instanceof FormPartEvent field) {
            field(field.name(), field.value().strip());
            DataBufferUtils.release(field.content());
            return null;
        }
        if (!(part instanceof FilePartEvent content) || !content.name().equals(FILE)) {
            throw AttachmentRefused.parameter(
                    part.name().length() > 40 ? FILE : part.name(),
                    "文件须放在名为 file 的部分",
                    "the file must be in the part named file");
        }
        if (fileOver) {
            throw AttachmentRefused.several();
        }
        if (!file) {
            file = true;
            incoming.named(content.filename());
        }
        fileOver = content.isLast();
        bytes += content.content().readableByteCount();
        if (bytes > settings.mostBytes().toBytes()) {
            throw AttachmentRefused.tooLarge(settings.mostBytes());
        }
        return content.content();
    }

    private void field(String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        switch (name) {
            case "takenAt" -> {
                try {
                    OffsetDateTime taken = OffsetDateTime.parse(value);
                    if (taken.getYear() < EARLIEST || taken.getYear() > LATEST) {
                        throw AttachmentRefused.parameter(
                                name,
                                "年份应在 %d 至 %d 之间".formatted(EARLIEST, LATEST),
                                "the year must be from %d to %d".formatted(EARLIEST, LATEST));
                    }
                    incoming.takenAt(taken.toZonedDateTime());
                } catch (DateTimeException e) {
                    throw AttachmentRefused.parameter(
                            name,
                            "应为带时区的时刻，如 2026-03-02T09:30:00+08:00",
                            "must be an instant with its offset, such as 2026-03-02T09:30:00+08:00");
                }
            }
            case "clientId" -> {
                if (!ClientUuid.isWellFormed(value)) {
                    throw AttachmentRefused.parameter(name, "应为 UUID", "must be a UUID");
                }
                incoming.clientId(UUID.fromString(value));
            }
            case FILE ->
                throw AttachmentRefused.parameter(name, "须是文件，不是文字字段", "must be a file, with a filename, and no text");
            default -> {
                // Some clients send fields of their own.
            }
        }
    }
}
