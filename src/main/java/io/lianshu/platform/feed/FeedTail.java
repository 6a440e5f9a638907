package io.lianshu.platform.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Follows the feed while somebody listens: one look at the graph in a while for all listeners of the hub, whoever wrote the entries.
 * The latest entries are held in one window, out of which each listener is served at its own pace.
 */
final class FeedTail {

    private static final Logger log = LoggerFactory.getLogger(FeedTail.class);
    private static final Duration REST = Duration.ofSeconds(5);

    private final FeedGraph graph;
    private final Duration poll;
    private final int most;
    private final Flux<Window> windows;

    FeedTail(FeedGraph graph, FeedSettings settings) {
        this.graph = graph;
        this.poll = settings.poll();
        this.most = settings.window();
        this.windows = Flux.defer(this::follow).replay(1).refCount(1, REST);
    }

    /**
     * All entries after a number in their order, those to come included; it never completes. Fails with a refusal when some of them
     * are not kept any more, or when the listener lags behind the window.
     *
     * @param after null for those to come
     */
    Flux<FeedEntry> from(@Nullable Long after) {
        return Flux.defer(() -> {
            Listener listener = new Listener(after);
            return windows.onBackpressureLatest().concatMap(listener::take, 1);
        });
    }

    private Flux<Window> follow() {
        Retry retry = Retry.fixedDelay(Long.MAX_VALUE, poll)
                .doBeforeRetry(failed -> log.debug("The feed cannot be read", failed.failure()));
        return graph.end()
                .retryWhen(retry)
                .map(last -> new Window(last, List.of(), false))
                .expand(window -> (window.more() ? Mono.empty() : Mono.delay(poll))
                        .then(Mono.defer(() -> graph.after(window.last())))
                        .retryWhen(retry)
                        .map(page -> window.with(page.entries(), most)))
                .distinctUntilChanged(Window::last);
    }

    /**
     * Latest entries.
     *
     * @param from number after which they begin
     * @param more whether there are likely more in the graph already
     */
    private record Window(long from, List<FeedEntry> entries, boolean more) {

        long last() {
            return entries.isEmpty() ? from : entries.get(entries.size() - 1).seq();
        }

        Window with(List<FeedEntry> next, int most) {
            List<FeedEntry> all = new ArrayList<>(entries);
            all.addAll(next);
            int gone = Math.max(0, all.size() - most);
            return new Window(
                    gone == 0 ? from : all.get(gone - 1).seq(),
                    List.copyOf(all.subList(gone, all.size())),
                    next.size() >= FeedGraph.PAGE);
        }

        List<FeedEntry> after(long seq) {
            return entries.stream().filter(entry -> entry.seq() > seq).toList();
        }
    }

    /** One listener's place; it takes one window at a time. */
    private final class Listener {

        private @Nullable Long position;
        private boolean checked;
        private boolean live;

        Listener(@Nullable Long position) {
            this.position = position;
        }

        Flux<FeedEntry> take(Window window) {
            Long place = position;
            if (place == null) {
                position = window.last();
                checked = true;
                return Flux.empty();
            }
            if (!checked) {
                checked = true;
                return known(place, window).thenMany(Flux.defer(() -> take(window)));
            }
            if (place >= window.from()) {
                live = true;
                return told(window.after(place));
            }
            return live ? Flux.error(FeedPositions.tooSlow()) : caughtUp(place);
        }

        /** A graph that was restored from a backup may not have come as far yet as a client has. */
        private Mono<Void> known(long place, Window window) {
            return place <= window.last()
                    ? Mono.empty()
                    : graph.end().flatMap(last -> place > last ? Mono.error(FeedPositions.lost()) : Mono.empty());
        }

        private Flux<FeedEntry> caughtUp(long place) {
            return graph.after(place)
                    .expand(page -> page.entries().size() < FeedGraph.PAGE ? Mono.empty() : graph.after(page.last()))
                    .concatMap(
                            page -> page.swept() > page.after()
                                    ? Flux.<FeedEntry>error(FeedPositions.lost())
                                    : told(page.entries()),
                            1);
        }

        private Flux<FeedEntry> told(List<FeedEntry> entries) {
            return Flux.fromIterable(entries).doOnNext(entry -> position = entry.seq());
        }
    }
}
