package io.lianshu.platform.feed;

import graphql.execution.SubscriptionExecutionStrategy;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.lianshu.platform.refusal.Faults;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import io.lianshu.platform.viewer.ViewerNow;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Subscriptions to the feed. A room wires a field of its own here and says who may listen to it, and to what; places, breaks, limits
 * and sights that are lost are alike for all.
 */
public final class FeedSubscriptions {

    private static final String AFTER = "after";
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final FeedTail tail;
    private final FeedPositions positions;
    private final FeedStreams streams;
    private final Duration memory;

    FeedSubscriptions(FeedTail tail, FeedPositions positions, FeedStreams streams, FeedSettings settings) {
        this.tail = tail;
        this.positions = positions;
        this.streams = streams;
        this.memory = settings.memory().isZero() ? AGAIN : settings.memory();
    }

    /** Who listens on one stream, and what it is told just now. */
    private record Listening(Viewer viewer, Predicate<FeedEntry> told) {}

    /**
     * Wires a field of {@code Subscription} with the argument {@code after}, and {@code position} and {@code at} of its updates.
     *
     * @param update type of what the field tells
     * @param audience made anew for each stream; it may refuse it
     */
    public void wire(
            RuntimeWiring.Builder wiring,
            String field,
            String update,
            Function<DataFetchingEnvironment, FeedAudience> audience) {
        wiring.type(
                "Subscription",
                root -> root.dataFetcher(field, environment -> {
                    // Reads behind events end in any order; what they belong to goes out in the feed's.
                    environment
                            .getGraphQlContext()
                            .put(SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED, true);
                    return Flux.defer(() -> updates(environment, audience.apply(environment)));
                }));
        wiring.type(
                update,
                type -> type.dataFetcher(
                                "position",
                                told -> positions.of(of(told).entry().seq()))
                        .dataFetcher("at", told -> of(told).entry().at()));
    }

    /** Who asks for the stream. */
    public static Viewer viewer(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().getOrDefault(Viewer.KEY, Viewer.PUBLIC);
    }

    /** The update that a field belongs to. */
    public static FeedUpdate of(DataFetchingEnvironment field) {
        return Objects.requireNonNull(field.getSource());
    }

    private Flux<FeedUpdate> updates(DataFetchingEnvironment environment, FeedAudience audience) {
        Viewer viewer = viewer(environment);
        @Nullable String after = environment.getArgument(AFTER);
        @Nullable Long seq = after == null ? null : positions.seq(after);
        ViewerNow listener = environment.getGraphQlContext().getOrDefault(ViewerNow.KEY, () -> Mono.just(viewer));
        Mono<Listening> listening = listening(listener, audience);
        Flux<FeedUpdate> told = tail.from(seq)
                .concatMap(
                        entry -> listening
                                .filter(now -> now.told().test(entry))
                                .map(now -> new FeedUpdate(entry, now.viewer())),
                        1);
        // Whoever may not listen any more is sent away although nothing happens.
        Flux<FeedUpdate> nothing =
                Flux.interval(memory).onBackpressureDrop().concatMap(tick -> listening.then(Mono.empty()), 1);
        return streams.counted(viewer, Flux.merge(1, told, nothing));
    }

    /** Remembered for a second. While it cannot be found out it waits, and nothing is told meanwhile. */
    private static Mono<Listening> listening(ViewerNow listener, FeedAudience audience) {
        return Mono.defer(() -> listener.viewer()
                        .flatMap(viewer -> audience.told(viewer).map(told -> new Listening(viewer, told)))
                        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AGAIN).filter(FeedSubscriptions::passes)))
                .cache(now -> AGAIN, fault -> Duration.ZERO, () -> Duration.ZERO);
    }

    private static boolean passes(Throwable fault) {
        Refusal refusal = Faults.refusal(fault);
        return refusal != null && refusal.kind() == Refusal.Kind.UNAVAILABLE;
    }
}
