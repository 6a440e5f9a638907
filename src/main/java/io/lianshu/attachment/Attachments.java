package io.lianshu.attachment;

import io.lianshu.attachment.AttachmentSettings.Attachment;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.identifier.Sha256;
import io.lianshu.platform.viewer.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an attachment of a file that has come whole: looks what it is, cleans it, stores it, and tells the graph. */
@OwnsItsThread
final class Attachments {

    private static final Logger log = LoggerFactory.getLogger(Attachments.class);
    private static final String KIND = "att";
    private static final int LONGEST_TRAILER = 1_024;

    private final Attachment settings;
    private final ObjectStore store;
    private final AttachmentGraph graph;
    private final Clock clock;

    Attachments(Attachment settings, ObjectStore store, AttachmentGraph graph, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.graph = graph;
        this.clock = clock;
    }

    /** What is known of a file once it is clean. */
    private record Made(FileKind kind, Path file, @Nullable CleanedPhoto photo, boolean small) {}

    /**
     * Takes it in. What came of it is in the graph and the store, or nothing is; where the graph does not say which, the
     * upload's folder stays, and the sweep finds out.
     *
     * @throws AttachmentRefused when it is not taken
     */
    StoredAttachment take(Incoming incoming, Viewer viewer) {
        StoredAttachment attachment;
        Made made;
        String received;
        try {
            received = hash(incoming.received());
            made = made(incoming);
            attachment = attachment(incoming, made);
            if (made.small()) {
                store.put(
                        ObjectStore.small(incoming.key()),
                        incoming.small(),
                        FileKind.JPEG.mime(),
                        hash(incoming.small()));
            }
            store.put(incoming.key(), made.file(), made.kind().mime(), attachment.sha256());
        } catch (RuntimeException e) {
            forget(incoming);
            throw e;
        }
        String upload = upload(incoming, viewer);
        StoredAttachment kept;
        try {
            kept = graph.add(attachment, upload, received, viewer);
        } catch (AttachmentRefused e) {
            forget(incoming);
            throw e;
        }
        if (kept.objectKey().equals(incoming.key())) {
            incoming.remove();
        } else {
            forget(incoming);
        }
        return kept;
    }

    /** Removes the objects and then the note of them; what cannot be removed now is left to the sweep. */
    private void forget(Incoming incoming) {
        try {
            store.remove(incoming.key());
            store.remove(ObjectStore.small(incoming.key()));
            incoming.remove();
        } catch (RuntimeException e) {
            log.warn("未能清理上传，稍后再试 / an upload could not be removed and is tried again later: {}", String.valueOf(e));
        }
    }

    private static String upload(Incoming incoming, Viewer viewer) {
        return incoming.clientId() == null
                ? incoming.key()
                : HexFormat.of().formatHex(Sha256.of(viewer.personId() + "\n" + incoming.clientId()));
    }

    private Made made(Incoming incoming) {
        FileKind kind = FileKind.sniffed(incoming.received());
        if (kind == FileKind.PDF) {
            checkPdf(incoming.received());
            return new Made(kind, incoming.received(), null, false);
        }
        CleanedPhoto photo = cleaned(kind, bytes(incoming.received()));
        if (photo.pixels() > settings.mostPixels()) {
            throw AttachmentRefused.tooManyPixels(settings.mostPixels());
        }
        write(incoming.cleaned(), photo.bytes());
        if (photo.decodable()) {
            write(incoming.small(), SmallPicture.of(photo, kind));
        }
        return new Made(kind, incoming.cleaned(), photo, photo.decodable());
    }

    private CleanedPhoto cleaned(FileKind kind, byte[] bytes) {
        return switch (kind) {
            case JPEG -> JpegCleaning.of(bytes, clock.getZone());
            case PNG -> PngCleaning.of(bytes, clock.getZone());
            case WEBP -> WebpCleaning.of(bytes, clock.getZone());
            case PDF -> throw new IllegalArgumentException("No photo");
        };
    }

    private StoredAttachment attachment(Incoming incoming, Made made) {
        CleanedPhoto photo = made.photo();
        ZonedDateTime taken = incoming.takenAt();
        try {
            return new StoredAttachment(
                    NodeId.of(KIND, List.of(incoming.key())),
                    incoming.key(),
                    made.kind().name(incoming.fileName()),
                    made.kind().mime(),
                    Files.size(made.file()),
                    hash(made.file()),
                    photo == null ? null : photo.shownWidth(),
                    photo == null ? null : photo.shownHeight(),
                    taken == null && photo != null ? photo.exif().takenAt() : taken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document begins and ends as one; what is in between is the reader's affair. */
    private static void checkPdf(Path file) {
        byte[] bytes = bytes(file);
        String begin = new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1);
        String end = new String(
                Arrays.copyOfRange(bytes, Math.max(0, bytes.length - LONGEST_TRAILER), bytes.length),
                StandardCharsets.ISO_8859_1);
        if (!begin.equals("%PDF-") || !end.contains("%%EOF")) {
            throw AttachmentRefused.broken();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            log.error("附件未能写入磁盘 / an attachment could not be written to the disk", e);
            throw AttachmentRefused.storeUnavailable();
        }
    }

    private static String hash(Path file) {
        MessageDigest digest = Sha256.begin();
        try (InputStream in = Files.newInputStream(file);
                OutputStream to = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
