package io.lianshu.attachment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Objects as files below a folder of the data directory. */
final class FolderStore implements ObjectStore {

    private static final Logger log = LoggerFactory.getLogger(FolderStore.class);
    private static final int CHUNK = 64 << 10;

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String key, Path file, String mime, String sha256) {
        Path place = place(key);
        try {
            Files.createDirectories(place.resolveSibling("."));
            through(file, StandardOpenOption.WRITE);
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            through(place.resolveSibling(".").normalize(), StandardOpenOption.READ);
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** Through to the disk; of a folder, what it holds. */
    private static void through(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system opens folders; there the move is all that can be had.
            if (!Files.isDirectory(path)) {
                throw e;
            }
        }
    }

    @Override
    public void remove(String key) {
        try {
            Files.deleteIfExists(place(key));
        } catch (IOException e) {
            throw away(e);
        }
    }

    @Override
    public Mono<Flux<DataBuffer>> find(String key) {
        return Mono.fromCallable(() -> place(key))
                .filter(Files::isRegularFile)
                .map(place -> DataBufferUtils.read(place, DefaultDataBufferFactory.sharedInstance, CHUNK))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Path place(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("No key of an object");
        }
        return folder.resolve(key);
    }

    private static AttachmentRefused away(IOException e) {
        String hint = e instanceof AtomicMoveNotSupportedException ? " (one file system is needed)" : "";
        log.error("附件存储出错 / the store of attachments failed{}", hint, e);
        return AttachmentRefused.storeUnavailable();
    }
}
