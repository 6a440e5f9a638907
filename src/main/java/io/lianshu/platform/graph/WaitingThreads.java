package io.lianshu.platform.graph;

import io.lianshu.platform.refusal.Refusal;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A few threads that may wait for the graph, and a bounded line before them. What has begun is finished at the end. */
@OwnsItsThread
public final class WaitingThreads implements AutoCloseable {

    private final ThreadPoolExecutor threads;
    private final Supplier<Refusal> full;

    /**
     * Threads that are there while there is work.
     *
     * @param name of the threads
     * @param atOnce how much runs at a time
     * @param waiting how much may wait for that
     * @param full the refusal of what is more
     */
    public WaitingThreads(String name, int atOnce, int waiting, Supplier<Refusal> full) {
        this.full = full;
        this.threads = new ThreadPoolExecutor(
                atOnce, atOnce, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** What the work gives; or a failure whose cause is a refusal, or the graph's. */
    public <T> CompletableFuture<T> run(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(full.get());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
