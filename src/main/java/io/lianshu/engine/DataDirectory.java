package io.lianshu.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The data directory, held by one program at a time. The hold is a lock of the operating system, so it ends with the
 * program, however that ends.
 */
final class DataDirectory implements AutoCloseable {

    private static final long LEAST_FREE_BYTES = 200L << 20;
    private static final Duration FOR_AN_ENGINE = Duration.ofSeconds(30);

    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Takes the directory, making it where it is missing.
     *
     * @return empty when another program holds it; {@link #holder} says which
     */
    static Optional<DataDirectory> claim(Path root, String purpose) {
        FileChannel channel = null;
        try {
            Files.createDirectories(root);
            if (!Files.isReadable(root) || !Files.isWritable(root)) {
                throw new AccessDeniedException(root.toString());
            }
            channel = FileChannel.open(root.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            DataDirectory directory = new DataDirectory(root, channel);
            OwnerOnly.directory(directory.engine());
            OwnerOnly.write(
                    holderFile(root),
                    purpose + ", pid " + ProcessHandle.current().pid());
            directory.checkSpace();
            return Optional.of(directory);
        } catch (IOException e) {
            throw refusal(root, channel, e);
        } catch (EngineRefusal e) {
            close(channel);
            throw e;
        }
    }

    private static EngineRefusal refusal(Path root, @Nullable FileChannel channel, IOException e) {
        close(channel);
        String text = String.valueOf(e.getMessage());
        if (text.contains("No space left") || text.contains("磁盘")) {
            return EngineRefusal.diskFull(root, root.toFile().getUsableSpace());
        }
        String problem = e instanceof AccessDeniedException
                ? "access denied: " + text
                : e instanceof FileAlreadyExistsException ? "not a directory: " + text : text;
        return EngineRefusal.dataUnusable(root, problem);
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void checkSpace() {
        long free = root.toFile().getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw EngineRefusal.diskFull(root, free);
        }
    }

    /** An engine whose hub was killed a moment ago may still be closing its files; no other can begin meanwhile. */
    void awaitEngineEnd() throws IOException {
        long begun = System.nanoTime();
        try (FileChannel ended = FileChannel.open(
                engine().resolve("engine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (ended.tryLock() == null) {
                if (System.nanoTime() - begun > FOR_AN_ENGINE.toNanos()) {
                    throw EngineRefusal.dataInUse(root, "an engine that is still closing");
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    /** Who holds a directory, in a few words; what the holder itself wrote down. */
    static String holder(Path root) {
        try {
            return Files.readString(holderFile(root)).strip();
        } catch (IOException e) {
            return "pid unknown";
        }
    }

    private static Path holderFile(Path root) {
        return root.resolve("hub.pid");
    }

    Path root() {
        return root;
    }

    Path engine() {
        return root.resolve("engine");
    }

    Path store() {
        return engine().resolve("store");
    }

    Path log() {
        return engine().resolve("logs").resolve("engine.log");
    }

    Path configuration() {
        return engine().resolve("neo4j.conf");
    }

    Path credentials() {
        return Credentials.file(root);
    }

    /** Refuses data that a newer engine has written, and writes down which engine it is opened with now. */
    void open(String engineVersion) {
        Path file = version();
        try {
            StoreSwap.finish(this);
            String before = Files.exists(file) ? Files.readString(file).strip() : engineVersion;
            if (Versions.compare(before, engineVersion) > 0) {
                throw EngineRefusal.dataNewer(root, before, engineVersion);
            }
            OwnerOnly.write(file, engineVersion);
        } catch (IOException e) {
            throw EngineRefusal.dataUnusable(root, e.toString());
        }
    }

    Path version() {
        return engine().resolve("version");
    }

    boolean hasStore() {
        return Files.exists(store().resolve("databases"));
    }

    /** Whether the engine has its users already; a graph that was restored begins without any. */
    boolean hasUsers() {
        return Files.exists(store().resolve("databases").resolve("system"));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(holderFile(root));
        } catch (NoSuchFileException e) {
            // The whole directory is gone: nothing left to release.
        } catch (IOException e) {
            // A stale note is harmless: the lock is what counts.
        }
        close(channel);
    }
}
