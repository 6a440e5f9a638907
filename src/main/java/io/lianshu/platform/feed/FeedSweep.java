package io.lianshu.platform.feed;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes old entries away now and then. */
@OwnsItsThread
final class FeedSweep implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(FeedSweep.class);

    private final Feed feed;
    private final FeedSettings settings;
    private final Clock clock;

    FeedSweep(Feed feed, FeedSettings settings, Clock clock) {
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Duration pause() {
        return settings.sweep();
    }

    @Override
    public void sweep() {
        long gone = feed.sweep(ZonedDateTime.now(clock).minus(settings.kept()));
        log.debug("{} entries of the feed were old", gone);
    }
}
