package io.lianshu.privacy;

import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then, while the hub serves, for what is to be forgotten. */
@OwnsItsThread
final class RetentionSweep implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RetentionSweep.class);

    private final RetentionGraph graph;
    private final GraphReadiness readiness;
    private final PrivacySettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "retention");
        made.setDaemon(true);
        return made;
    });

    private @Nullable Future<?> sweeping;

    RetentionSweep(RetentionGraph graph, GraphReadiness readiness, PrivacySettings settings) {
        this.graph = graph;
        this.readiness = readiness;
        this.settings = settings;
    }

    void begin() {
        long pause = settings.sweep().toMillis();
        sweeping = thread.scheduleWithFixedDelay(this::sweep, pause / 60, pause, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        if (readiness.obstacle().isPresent()) {
            return;
        }
        try {
            long forgotten = graph.forgetPlaces(settings.placesKept());
            if (forgotten > 0) {
                log.info("已删除 {} 次走访的定位 / removed the place of {} visits", forgotten, forgotten);
            }
        } catch (RuntimeException e) {
            log.warn("清理走访定位失败，稍后再试 / removing places of visits failed and is tried again later", e);
        }
    }

    @Override
    public void close() {
        if (sweeping != null) {
            sweeping.cancel(true);
        }
        thread.shutdownNow();
    }
}
