package io.lianshu.engine;

import io.lianshu.platform.graph.GraphServer.State;
import io.lianshu.platform.graph.OwnsItsThread;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The child process: started, watched, started again when it dies, and stopped with the hub. */
@OwnsItsThread
final class EngineProcess {

    private static final Logger log = LoggerFactory.getLogger(EngineProcess.class);
    /** Exit codes above this say which signal has ended the process. */
    private static final int SIGNALLED = 128;

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final DataDirectory data;
    private final EngineFolder folder;
    private final EngineSettings.Engine settings;
    private final boolean resetPassword;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final Thread watch = new Thread(this::watch, "engine-watch");

    private volatile State state = new State("内置图数据库正在启动", "the embedded engine is starting", 0);
    private volatile boolean stopping;
    private volatile boolean filesClosed;
    private volatile @Nullable ClassArchive archive;
    private volatile @Nullable Process process;

    EngineProcess(DataDirectory data, EngineFolder folder, EngineSettings.Engine settings, boolean resetPassword) {
        this.data = data;
        this.folder = folder;
        this.settings = settings;
        this.resetPassword = resetPassword;
        watch.setDaemon(true);
    }

    /** Starts the child; {@link #ready()} says when it answers. */
    void begin() {
        watch.start();
    }

    /** Completes when the engine answers for the first time, or fails with the refusal to show. */
    CompletableFuture<Void> ready() {
        return firstReady;
    }

    State state() {
        return state;
    }

    /** The child's process id, or -1 when none runs. */
    long pid() {
        Process running = process;
        return running == null || !running.isAlive() ? -1 : running.pid();
    }

    /** Lets the engine close its files; kills it when that takes longer than the settings allow. */
    void stop() {
        stopping = true;
        Process running = process;
        try {
            if (running != null) {
                running.getOutputStream().close();
                if (running.waitFor(settings.stopTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                    keepArchive(running.exitValue());
                } else {
                    endForcibly(running);
                }
            } else {
                watch.join(settings.stopTimeout().toMillis());
            }
        } catch (IOException e) {
            log.debug("The engine's input was closed already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch.interrupt();
    }

    private void keepArchive(int exitValue) {
        ClassArchive left = archive;
        if (left != null && exitValue == 0) {
            left.keep();
        }
    }

    private void endForcibly(Process running) throws InterruptedException {
        running.destroyForcibly().waitFor();
        ClassArchive unfinished = archive;
        if (!filesClosed) {
            log.warn("内置图数据库未按时关闭，已强制结束 / the engine did not close in time and was killed");
        } else if (unfinished != null) {
            unfinished.giveUp();
        }
    }

    private void watch() {
        int restarts = 0;
        long pause = FIRST_PAUSE_MILLIS;
        while (!stopping) {
            long begun = System.nanoTime();
            String ending = runOnce(restarts);
            if (stopping) {
                return;
            }
            if (!firstReady.isDone() && crashedWithArchive()) {
                continue;
            }
            if (!firstReady.isDone()) {
                firstReady.completeExceptionally(EngineFailure.refusal(ending, data, settings));
                return;
            }
            pause = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) > 60
                    ? FIRST_PAUSE_MILLIS
                    : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            restarts++;
            state = new State(
                    "内置图数据库意外停止（" + ending + "），正在第 " + restarts + " 次重新启动",
                    "the embedded engine stopped (" + ending + ") and is being restarted, for the " + restarts
                            + ". time",
                    restarts);
            log.warn("{} / {}", state.downChinese(), state.downEnglish());
            if (!sleep(pause)) {
                return;
            }
        }
    }

    /** An archive that only looks sound must not keep the engine from starting: it goes, and all begins anew. */
    private boolean crashedWithArchive() {
        Process ended = process;
        ClassArchive used = archive;
        if (used == null || !used.exists() || ended == null || ended.isAlive() || ended.exitValue() <= SIGNALLED) {
            return false;
        }
        used.discard();
        return true;
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Runs the child to its end, and says in a few words how it ended. */
    private String runOnce(int restarts) {
        String ending = "";
        try {
            Files.createDirectories(data.log().resolveSibling("."));
            Process started = new ProcessBuilder(command())
                    .directory(data.engine().toFile())
                    .redirectError(ProcessBuilder.Redirect.to(data.log().toFile()))
                    .start();
            process = started;
            if (stopping) {
                // Begun this very moment, it has opened nothing yet.
                started.destroyForcibly();
            }
            try (var lines =
                    new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(EngineLauncher.READY)) {
                        state = new State(null, null, restarts);
                        firstReady.complete(null);
                    } else if (line.equals(EngineLauncher.PAUSED)) {
                        state = new State("正在备份", "it is being backed up", restarts);
                    } else if (line.equals(EngineLauncher.CLOSED)) {
                        filesClosed = true;
                    } else if (line.startsWith(EngineLauncher.FAILED)) {
                        ending = line.substring(EngineLauncher.FAILED.length());
                    }
                }
            }
            int code = started.waitFor();
            return ending.isEmpty() ? "exit code " + code : ending;
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms" + settings.heap());
        command.add("-Xmx" + settings.heap());
        command.add("-XX:+UseParallelGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Djava.awt.headless=true");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dio.netty.tryReflectionSetAccessible=true");
        for (String opened : List.of("java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        int java = Runtime.version().feature();
        if (java >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        if (java >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        List<Path> classPath = folder.classPath(data.engine());
        if (settings.classArchive()) {
            ClassArchive fast = ClassArchive.of(data.engine(), classPath);
            archive = fast;
            command.addAll(fast.options());
        }
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(EngineLauncher.class.getName());
        command.add(data.engine().toString());
        command.add(data.configuration().toString());
        command.add(data.credentials().toString());
        command.add(resetPassword ? "reset" : "keep");
        return command;
    }
}
