package io.lianshu.notify;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.notify.*}, but for those of WeChat and of e-mail.
 *
 * @param sweep how often the hub looks for digests to make and to send
 * @param digestsFrom time of day from which digests are made
 * @param quietFrom time of day from which nothing is sent
 * @param quietTo time of day from which it is sent again; the same as {@code quietFrom}: there are no quiet hours
 * @param attempts how often a delivery is tried before it failed
 * @param timeout patience with one attempt
 * @param kept how long it is known what was sent
 * @param webhook a receiver of the office's own
 */
@ConfigurationProperties("lianshu.notify")
record NotifySettings(
        @DefaultValue("1m") Duration sweep,
        @DefaultValue("08:30") LocalTime digestsFrom,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("07:30") LocalTime quietTo,
        @DefaultValue("5") int attempts,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("30d") Duration kept,
        @DefaultValue Webhook webhook) {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** What was sent in a week must be known until it is over, or it would be sent again. */
    private static final Duration SHORTEST_KEPT = Duration.ofDays(8);

    NotifySettings {
        if (sweep.isNegative() || sweep.isZero() || attempts < 1) {
            throw new IllegalArgumentException(
                    "lianshu.notify.sweep must be longer than 0, lianshu.notify.attempts at least 1");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lianshu.notify.timeout must be longer than 0, and 1m at most");
        }
        if (kept.compareTo(SHORTEST_KEPT) < 0) {
            throw new IllegalArgumentException("lianshu.notify.kept must be at least 8d");
        }
    }

    boolean isQuiet(LocalTime time) {
        boolean begun = !time.isBefore(quietFrom);
        boolean notOver = time.isBefore(quietTo);
        return quietFrom.isBefore(quietTo) ? begun && notOver : !quietFrom.equals(quietTo) && (begun || notOver);
    }

    /** Longer than an attempt lasts which waits so many times for an answer. */
    Duration lease(int waits) {
        return timeout.multipliedBy(waits + 1L).plusMinutes(1);
    }

    /**
     * A receiver that takes JSON.
     *
     * @param url where it takes it
     * @param secret key of the signature
     */
    record Webhook(@Nullable URI url, @DefaultValue("") String secret) {

        Webhook {
            if (url != null && !isHttp(url)) {
                throw new IllegalArgumentException("lianshu.notify.webhook.url must be http(s)://host[:port][/path]");
            }
            if (url != null && secret.isBlank()) {
                throw new IllegalArgumentException("lianshu.notify.webhook.url needs lianshu.notify.webhook.secret");
            }
        }

        /** Without the secret; a URL may hold one as well. */
        @Override
        public String toString() {
            return "Webhook[" + (url == null ? "off" : url.getHost()) + "]";
        }
    }

    static boolean isHttp(URI url) {
        return url.getHost() != null && String.valueOf(url.getScheme()).matches("https?");
    }
}
