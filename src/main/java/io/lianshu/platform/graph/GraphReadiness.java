package io.lianshu.platform.graph;

import io.lianshu.platform.refusal.Refusal;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Whether the graph can be asked: the server runs and the migrations are in. It starts before anything is served; an
 * external server that is not there yet is tried again until it is.
 */
public final class GraphReadiness implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GraphReadiness.class);
    private static final long LONGEST_PAUSE_SECONDS = 10;
    private static final long FIRST_ANSWER_SECONDS = 300;

    private final GraphServer server;
    private final Runnable migrations;
    private final boolean autoStart;
    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "graph-readiness");
        thread.setDaemon(true);
        return thread;
    });

    private volatile @Nullable GraphUnavailable obstacle = new GraphUnavailable("正在启动", "it is being started");
    private volatile boolean running;

    GraphReadiness(GraphServer server, Runnable migrations, boolean autoStart) {
        this.server = server;
        this.migrations = migrations;
        this.autoStart = autoStart;
    }

    /**
     * Fails at once while the graph is known not to answer.
     *
     * @throws GraphUnavailable with the reason
     */
    public void check() {
        obstacle().ifPresent(unavailable -> {
            throw unavailable;
        });
    }

    /** Why the graph is known not to answer; empty when a statement may be sent. */
    public Optional<GraphUnavailable> obstacle() {
        GraphServer.State state = server.state();
        if (state.downChinese() != null && state.downEnglish() != null) {
            return Optional.of(new GraphUnavailable(state.downChinese(), state.downEnglish()));
        }
        return Optional.ofNullable(obstacle);
    }

    @Override
    public void start() {
        running = true;
        server.start();
        boolean mustAnswer = server.exclusive() || !autoStart;
        try {
            applyMigrations(mustAnswer ? FIRST_ANSWER_SECONDS : 0);
            obstacle = null;
        } catch (GraphUnavailable e) {
            if (mustAnswer) {
                throw e;
            }
            log.warn("{} / {}", e.message(false), e.english());
            obstacle = e;
            retryIn(1);
        }
    }

    /** On a busy machine the first connection may take longer than a request is allowed to wait. */
    private void applyMigrations(long patienceSeconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
        while (true) {
            try {
                migrations.run();
                return;
            } catch (GraphUnavailable e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                log.debug("{}", e.english());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    private void retryIn(long seconds) {
        var unused = retries.schedule(() -> retry(seconds), seconds, TimeUnit.SECONDS);
    }

    private void retry(long pause) {
        try {
            migrations.run();
            obstacle = null;
            log.info("图数据库已连接 / the graph is connected");
        } catch (GraphUnavailable e) {
            obstacle = e;
            retryIn(Math.min(pause * 2, LONGEST_PAUSE_SECONDS));
        } catch (RuntimeException e) {
            String english = e instanceof Refusal refusal ? refusal.english() : e.toString();
            obstacle = new GraphUnavailable(e instanceof Refusal refusal ? refusal.message(false) : english, english);
            log.error("图结构升级失败 / the migrations failed: {}", english);
            retryIn(LONGEST_PAUSE_SECONDS);
        }
    }

    @Override
    public void stop() {
        running = false;
        retries.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }

    /** Before the web server, which takes requests as soon as it runs. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }
}
