package io.lianshu.platform.viewer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.Refusal.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * How many requests an account may send: so many in a second, and ten seconds' worth at once. Each hub counts for itself. The
 * public, which may be anybody behind one address, and the header's viewers of demo mode are not counted.
 */
final class ViewerRate {

    private static final int REMEMBERED = 10_000;
    private static final int SECONDS_AT_ONCE = 10;

    private final long perSecond;
    private final Counter refused;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    /** @param perSecond 0 for no limit */
    ViewerRate(long perSecond, MeterRegistry meters) {
        this.perSecond = perSecond;
        this.refused = meters.counter("lianshu.requests.beyond.rate");
    }

    /**
     * Counts one request.
     *
     * @throws Refusal when it is one too many
     */
    void take(Viewer viewer) {
        if (perSecond == 0
                || viewer.name().equals(Viewer.PUBLIC.name())
                || viewer.name().startsWith(DemoViewers.PREFIX)) {
            return;
        }
        if (!buckets.get(viewer.name(), name -> bucket()).tryConsume(1)) {
            refused.increment();
            throw new Refusal(
                    "TOO_MANY_REQUESTS",
                    Kind.TOO_MUCH,
                    null,
                    "您的请求过于频繁（每秒最多 " + perSecond + " 个），请稍后重试",
                    "You send too many requests, more than " + perSecond + " a second; try again shortly");
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(perSecond * SECONDS_AT_ONCE).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
