package io.lianshu.platform.feed;

import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes old entries away now and then, while the hub serves. */
@OwnsItsThread
final class FeedSweep implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FeedSweep.class);

    private final Feed feed;
    private final GraphReadiness readiness;
    private final FeedSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "feed-sweep");
        made.setDaemon(true);
        return made;
    });

    FeedSweep(Feed feed, GraphReadiness readiness, FeedSettings settings, Clock clock) {
        this.feed = feed;
        this.readiness = readiness;
        this.settings = settings;
        this.clock = clock;
    }

    void begin() {
        long pause = settings.sweep().toMillis();
        var unused = thread.scheduleWithFixedDelay(this::sweep, pause / 60, pause, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        if (readiness.obstacle().isPresent()) {
            return;
        }
        try {
            long gone = feed.sweep(ZonedDateTime.now(clock).minus(settings.kept()));
            log.debug("{} entries of the feed were old", gone);
        } catch (RuntimeException e) {
            log.warn("清理旧动态失败，稍后再试 / sweeping the feed failed and is tried again later", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
