package io.lianshu.platform.feed;

import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Flux;

/** The streams that are open: how many an account may have, and what they carried. Each hub counts for itself. */
final class FeedStreams {

    private final int most;
    private final Clock clock;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();
    private final Counter delivered;
    private final Timer lag;

    FeedStreams(int most, Clock clock, MeterRegistry meters) {
        this.most = most;
        this.clock = clock;
        this.delivered = Counter.builder("lianshu.feed.delivered")
                .description("Events that were told to a listener")
                .register(meters);
        this.lag = Timer.builder("lianshu.feed.lag")
                .description("Time from the command behind an event to its delivery")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        Gauge.builder(
                        "lianshu.feed.subscribers",
                        open,
                        all -> all.values().stream().mapToInt(Integer::intValue).sum())
                .description("Streams that are open")
                .register(meters);
    }

    /** The stream as one of the account's; or a refusal when it has too many. */
    Flux<FeedUpdate> counted(Viewer viewer, Flux<FeedUpdate> stream) {
        return Flux.using(() -> entered(viewer.name()), entered -> stream, this::left)
                .doOnNext(this::measured);
    }

    private String entered(String account) {
        if (open.merge(account, 1, Integer::sum) > most) {
            left(account);
            throw new Refusal(
                    "TOO_MANY_STREAMS",
                    Refusal.Kind.TOO_MUCH,
                    null,
                    "同时打开的推送过多（每个账号最多 " + most + " 个），请先关闭不用的",
                    "Too many streams are open, at most " + most + " for one account; close those not needed");
        }
        return account;
    }

    private void left(String account) {
        open.computeIfPresent(account, (name, count) -> count == 1 ? null : count - 1);
    }

    private void measured(FeedUpdate update) {
        delivered.increment();
        Duration late = Duration.between(update.entry().at().toInstant(), clock.instant());
        lag.record(late.isNegative() ? Duration.ZERO : late);
    }
}
