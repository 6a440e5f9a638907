package io.lianshu.exchange;

import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A table on its way in: counted and looked at as it comes, written to a file buffer by buffer. */
final class UploadBody {

    private static final int LOOKED_AT = 512;

    private final UploadSettings.Upload settings;
    private final byte[] head = new byte[LOOKED_AT];
    private long bytes;
    private boolean file;
    private boolean fileOver;

    UploadBody(UploadSettings.Upload settings) {
        this.settings = settings;
    }

    /** Fails with an {@link UploadRefused} when it is too large, too slow, empty or no table. */
    Mono<Void> write(Flux<DataBuffer> body, Path to) {
        Flux<DataBuffer> watched = body.timeout(settings.patience())
                .map(this::watched)
                .onErrorMap(TimeoutException.class, e -> UploadRefused.slow());
        return DataBufferUtils.write(watched, to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                .then(Mono.defer(() -> bytes == 0
                        ? Mono.error(UploadRefused.empty())
                        : isTable() ? Mono.empty() : Mono.error(UploadRefused.noTable())));
    }

    /** The bytes of the one file of a multipart body; its other parts are passed over. */
    Flux<DataBuffer> file(Flux<PartEvent> parts, Upload upload) {
        return parts.handle((part, sink) -> {
            if (!(part instanceof FilePartEvent event)) {
                DataBufferUtils.release(part.content());
                return;
            }
            if (fileOver) {
                DataBufferUtils.release(part.content());
                sink.error(UploadRefused.parameter("file", "一次只能上传一个文件", "one file can be sent at a time"));
                return;
            }
            if (!file) {
                file = true;
                upload.named(event.filename());
            }
            fileOver = event.isLast();
            sink.next(event.content());
        });
    }

    private DataBuffer watched(DataBuffer buffer) {
        int length = buffer.readableByteCount();
        for (int i = 0; i < length && bytes + i < LOOKED_AT; i++) {
            head[(int) bytes + i] = buffer.getByte(buffer.readPosition() + i);
        }
        bytes += length;
        if (bytes > settings.most().toBytes()) {
            DataBufferUtils.release(buffer);
            throw UploadRefused.tooLarge(settings.most());
        }
        return buffer;
    }

    /** A zip, or text: of one byte a character without NUL, or marked as of two. */
    private boolean isTable() {
        boolean packed = head[0] == 'P' && head[1] == 'K';
        boolean old = head[0] == (byte) 0xd0 && head[1] == (byte) 0xcf;
        boolean wide = (head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
                || (head[0] == (byte) 0xfe && head[1] == (byte) 0xff);
        if (packed || old || wide) {
            return true;
        }
        for (int i = 0; i < Math.min(bytes, LOOKED_AT); i++) {
            if (head[i] == 0) {
                return false;
            }
        }
        return true;
    }
}
