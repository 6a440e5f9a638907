package io.lianshu.engine;

import io.lianshu.platform.graph.OwnsItsThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a running engine for a copy of its graph, one program at a time. The copy goes when this is closed, and by the
 * engine's doing when this program is killed.
 */
@OwnsItsThread
final class CopyRequest implements AutoCloseable {

    private static final Duration FOR_THE_LOCK = Duration.ofSeconds(5);
    private static final Duration FOR_AN_ENGINE = Duration.ofMinutes(1);
    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(3);

    private final Path engine;
    private final FileChannel channel;
    private final String name;

    private CopyRequest(Path engine, FileChannel channel) {
        this.engine = engine;
        this.channel = channel;
        this.name =
                StoreCopy.FOLDER + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** Takes the place of the one who asks. */
    static CopyRequest on(Path engine) throws IOException {
        FileChannel channel =
                FileChannel.open(engine.resolve(StoreCopy.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long begun = System.nanoTime();
        // The engine itself holds it for moments, to see whether anybody does.
        while (true) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new CopyRequest(engine, channel);
            }
            if (isOver(begun, FOR_THE_LOCK)) {
                channel.close();
                throw BackupRefusal.anotherBackup();
            }
            pause();
        }
    }

    /**
     * A copy that is there.
     *
     * @param pauseMillis for how long the graph stood still
     */
    record Copy(Path folder, long pauseMillis) {}

    /** Waits for it as long as it grows. */
    Copy copy() throws IOException {
        Path request = engine.resolve(StoreCopy.REQUEST);
        Path folder = engine.resolve(name);
        OwnerOnly.write(request, name);
        long begun = System.nanoTime();
        long progressed = begun;
        long size = -1;
        while (true) {
            // Asked before the answer is looked for: the engine removes its request last.
            boolean pending = Files.exists(request);
            Copy answered = answer(folder);
            if (answered != null) {
                return answered;
            }
            if (!pending) {
                throw BackupRefusal.copyFailed("the engine ended meanwhile");
            }
            long now = size(folder);
            if (now != size) {
                size = now;
                progressed = System.nanoTime();
            }
            if (size < 0 && isOver(begun, FOR_AN_ENGINE)) {
                throw BackupRefusal.copyFailed("the engine does not answer; is the serving hub an older one?");
            }
            if (isOver(progressed, WITHOUT_PROGRESS)) {
                throw BackupRefusal.copyFailed("no progress for " + WITHOUT_PROGRESS.toMinutes() + " min");
            }
            pause();
        }
    }

    private @Nullable Copy answer(Path folder) throws IOException {
        Path file = engine.resolve(StoreCopy.ANSWER);
        if (!Files.exists(file)) {
            return null;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2 || !lines.get(0).equals(name)) {
            return null;
        }
        String outcome = lines.get(1);
        if (!outcome.startsWith(StoreCopy.DONE)) {
            throw BackupRefusal.copyFailed(outcome.replaceFirst("^" + StoreCopy.FAILED, ""));
        }
        return new Copy(folder, Long.parseLong(outcome.substring(StoreCopy.DONE.length())));
    }

    /** In bytes; -1 before there is a folder, and while it goes again. */
    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (NoSuchFileException | UncheckedIOException e) {
            return -1;
        }
    }

    private static boolean isOver(long begun, Duration patience) {
        return System.nanoTime() - begun > patience.toNanos();
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(engine.resolve(StoreCopy.REQUEST));
            Files.deleteIfExists(engine.resolve(StoreCopy.ANSWER));
            StoreCopy.delete(engine.resolve(name));
        }
    }
}
