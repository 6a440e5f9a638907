package io.lianshu.platform.command;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.refusal.Refusal;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads on which commands wait for the graph. */
@OwnsItsThread
final class CommandThreads implements Commands, AutoCloseable {

    private final CommandGraph graph;
    private final ThreadPoolExecutor threads;

    CommandThreads(CommandGraph graph, CommandSettings settings) {
        this.graph = graph;
        this.threads = new ThreadPoolExecutor(
                settings.atOnce(),
                settings.atOnce(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                work -> {
                    Thread thread = new Thread(work, "command");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public CompletableFuture<CommandOutcome> run(CommandCall call) {
        try {
            return CompletableFuture.supplyAsync(() -> graph.run(call), threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(new Refusal(
                    "TOO_MANY_COMMANDS",
                    Refusal.Kind.UNAVAILABLE,
                    null,
                    "操作过多，请稍后用同一请求重试",
                    "Too many commands at once; send the same request again shortly"));
        }
    }

    /** What has begun is finished. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
