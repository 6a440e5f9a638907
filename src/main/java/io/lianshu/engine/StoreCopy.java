package io.lianshu.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Copies the running engine's graph into a folder beside it, asked by a file. It stands alone beside {@link EngineLauncher}
 * in the child. Community cannot stop one database by a statement, so the database's own object is stopped for the copy
 * and started again: Bolt, its port and its connections stay.
 *
 * <p>Who asks holds a lock on {@link #LOCK} until it is done; when the lock is free, nobody waits and what was copied goes.
 */
final class StoreCopy implements Runnable {

    static final String REQUEST = "backup.request";
    static final String ANSWER = "backup.answer";
    static final String LOCK = "backup.lock";
    static final String FOLDER = "backup-";
    static final String DONE = "done ";
    static final String FAILED = "failed ";

    private static final String NAME = FOLDER + "[a-z0-9]{1,40}";
    private static final String DATABASE = "neo4j";
    private static final long SPARE_BYTES = 200L << 20;
    private static final long PAUSE_MILLIS = 100;

    private final Path home;
    private final Object service;
    private boolean tidy;
    private boolean broken;

    StoreCopy(Path home, Object service) {
        this.home = home;
        this.service = service;
    }

    /** Looks for requests until the engine ends. */
    static void watch(Path home, Object service) {
        Thread thread = new Thread(new StoreCopy(home, service), "store-copy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        while (true) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                // At first: what an engine left behind that ended in the midst of a copy.
                tidy = tidy || tidied();
                if (Files.exists(home.resolve(REQUEST))) {
                    tidy = false;
                    answer(Files.readString(home.resolve(REQUEST)).strip());
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | UncheckedIOException e) {
                System.err.println("A request for a copy: " + e);
            }
        }
    }

    private void answer(String name) throws IOException, InterruptedException {
        if (!name.matches(NAME) || tidied()) {
            Files.deleteIfExists(home.resolve(REQUEST));
            return;
        }
        Path target = home.resolve(name);
        String outcome = outcome(target);
        Path written = home.resolve(ANSWER + ".new");
        Files.writeString(written, name + "\n" + outcome.replaceAll("\\s+", " ") + "\n");
        Files.move(written, home.resolve(ANSWER), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(home.resolve(REQUEST));
        if (broken) {
            System.out.println(EngineLauncher.FAILED + "the database did not start again after a copy");
            Runtime.getRuntime().halt(1);
        }
    }

    private String outcome(Path target) throws IOException {
        try {
            delete(target);
            Files.createDirectory(target);
            return DONE + copied(target);
        } catch (Exception e) {
            e.printStackTrace();
            delete(target);
            return FAILED + (e instanceof InvocationTargetException ? e.getCause() : e);
        }
    }

    /** For how many milliseconds the graph stood still. */
    private long copied(Path target) throws IOException, ReflectiveOperationException {
        Object database = database();
        Method stop = database.getClass().getMethod("stop");
        Method start = database.getClass().getMethod("start");
        List<Path> folders = folders();
        long needed = 0;
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                needed += Files.size(file);
            }
        }
        if (Files.getFileStore(home).getUsableSpace() < needed + SPARE_BYTES) {
            throw new IOException("No space left on device: " + ((needed + SPARE_BYTES) >> 20) + " MiB needed");
        }
        long begun = System.nanoTime();
        System.out.println(EngineLauncher.PAUSED);
        try {
            stop.invoke(database);
            for (Path folder : folders) {
                copy(folder, target);
            }
        } finally {
            // An engine whose database does not start again ends, and the hub starts another.
            broken = true;
            start.invoke(database);
            broken = false;
            System.out.println(EngineLauncher.READY);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private Object database() throws ReflectiveOperationException {
        Object graph = Class.forName("org.neo4j.dbms.api.DatabaseManagementService")
                .getMethod("database", String.class)
                .invoke(service, DATABASE);
        Object parts = Class.forName("org.neo4j.kernel.internal.GraphDatabaseAPI")
                .getMethod("getDependencyResolver")
                .invoke(graph);
        return Class.forName("org.neo4j.common.DependencyResolver")
                .getMethod("resolveDependency", Class.class)
                .invoke(parts, Class.forName("org.neo4j.kernel.database.Database"));
    }

    /** The graph's files and its transaction logs. Users and the server's own identity are not part of the graph. */
    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("store"), 5)) {
            return all.filter(path -> path.endsWith(DATABASE) && Files.isDirectory(path))
                    .toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("database_lock"))
                    .toList();
        }
    }

    private void copy(Path folder, Path target) throws IOException {
        for (Path file : files(folder)) {
            Path to = target.resolve(home.resolve("store").relativize(file));
            Files.createDirectories(to.resolveSibling("."));
            Files.copy(file, to);
        }
    }

    /** Whether nobody waits for a copy, so that nothing of one is here any more. */
    private boolean tidied() throws IOException {
        try (FileChannel channel =
                        FileChannel.open(home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free == null) {
                return false;
            }
            Files.deleteIfExists(home.resolve(REQUEST));
            Files.deleteIfExists(home.resolve(ANSWER));
            try (DirectoryStream<Path> left = Files.newDirectoryStream(home, FOLDER + "*")) {
                for (Path folder : left) {
                    delete(folder);
                }
            }
            return true;
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.forEach(all::add);
        } catch (NoSuchFileException e) {
            return;
        }
        Collections.reverse(all);
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
