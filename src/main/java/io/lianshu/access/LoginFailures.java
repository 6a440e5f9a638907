package io.lianshu.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Failed logins by account and address: after so many the account is closed to that address for a while, and to no other, so
 * that nobody keeps another out. Each hub counts for itself, and keeps no address longer than the lock lasts.
 */
final class LoginFailures {

    private static final int REMEMBERED = 100_000;

    private final int most;
    private final Cache<Place, Integer> failures;

    private record Place(String account, String address) {}

    LoginFailures(int most, Duration lock, Clock clock) {
        this.most = most;
        this.failures = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(lock)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    boolean isLocked(String account, String address) {
        Integer counted = failures.getIfPresent(new Place(account, address));
        return counted != null && counted >= most;
    }

    void failed(String account, String address) {
        failures.asMap().merge(new Place(account, address), 1, Integer::sum);
    }

    void proved(String account, String address) {
        failures.invalidate(new Place(account, address));
    }
}
