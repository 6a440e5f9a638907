package io.lianshu.platform.feed;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lianshu.platform.refusal.Faults;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import io.lianshu.platform.viewer.ViewerNow;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Finds out, again and again while something is open, who listens and whose work that is. */
final class Concerns {

    private static final int REMEMBERED = 10_000;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final FeedGraph graph;
    private final Clock clock;
    private final AsyncCache<String, Set<String>> departments;

    Concerns(FeedGraph graph, FeedSettings settings, Clock clock) {
        this.graph = graph;
        this.clock = clock;
        this.departments = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(settings.memory())
                .buildAsync();
    }

    /**
     * What concerns the viewer now, remembered for a second; fails with a refusal when the viewer may not go on. While it cannot be
     * found out it waits, and nothing is told meanwhile.
     */
    Mono<Concern> of(ViewerNow listener) {
        return Mono.defer(() -> asked(listener)).cache(concern -> AGAIN, fault -> Duration.ZERO, () -> Duration.ZERO);
    }

    private Mono<Concern> asked(ViewerNow listener) {
        return listener.viewer()
                .map(Concern::required)
                .flatMap(viewer -> departments(viewer).map(own -> Concern.of(viewer, own)))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AGAIN).filter(Concerns::passes));
    }

    private Mono<Set<String>> departments(Viewer viewer) {
        String person = viewer.personId();
        return person == null
                ? Mono.just(Set.of())
                : Mono.fromFuture(
                        () -> departments.get(
                                person, (wanted, pool) -> graph.departments(wanted, ZonedDateTime.now(clock))),
                        true);
    }

    private static boolean passes(Throwable fault) {
        Refusal refusal = Faults.refusal(fault);
        return refusal != null && refusal.kind() == Refusal.Kind.UNAVAILABLE;
    }
}
