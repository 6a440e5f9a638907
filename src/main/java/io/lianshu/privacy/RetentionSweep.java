package io.lianshu.privacy;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.Sweep;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then for what is to be forgotten. */
@OwnsItsThread
final class RetentionSweep implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(RetentionSweep.class);

    private final RetentionGraph graph;
    private final PrivacySettings settings;

    RetentionSweep(RetentionGraph graph, PrivacySettings settings) {
        this.graph = graph;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Duration pause() {
        return settings.sweep();
    }

    @Override
    public void sweep() {
        long forgotten = graph.forgetPlaces(settings.placesKept());
        if (forgotten > 0) {
            log.info("已删除 {} 次走访的定位 / removed the place of {} visits", forgotten, forgotten);
        }
    }
}
