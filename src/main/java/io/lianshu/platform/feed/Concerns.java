package io.lianshu.platform.feed;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lianshu.platform.viewer.Viewer;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Finds out whose work a viewer hears of: its own, and that of the departments for which it works now. */
final class Concerns implements FeedAudience {

    private static final int REMEMBERED = 10_000;

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

    @Override
    public Mono<Predicate<FeedEntry>> told(Viewer viewer) {
        return Mono.fromCallable(() -> Concern.required(viewer))
                .flatMap(this::departments)
                .map(own -> Concern.of(viewer, own));
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
}
