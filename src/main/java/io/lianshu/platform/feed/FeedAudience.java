package io.lianshu.platform.feed;

import io.lianshu.platform.viewer.Viewer;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Who may listen to one subscription, and what of the feed a listener is told; asked again and again while it is open. */
public interface FeedAudience {

    /**
     * Which entries the viewer is told now; fails with a {@link io.lianshu.platform.refusal.Refusal} when it may not listen, or not
     * any more.
     */
    Mono<Predicate<FeedEntry>> told(Viewer viewer);
}
