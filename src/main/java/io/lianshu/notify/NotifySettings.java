package io.lianshu.notify;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.notify.*}.
 *
 * @param sweep how often the hub looks for digests to make and to send
 * @param quietFrom time of day from which nothing is sent
 * @param quietTo time of day from which it is sent again; the same as {@code quietFrom}: there are no quiet hours
 * @param attempts how often a delivery is tried before it failed
 * @param timeout patience with one attempt
 * @param webhook a receiver of the office's own
 */
@ConfigurationProperties("lianshu.notify")
record NotifySettings(
        @DefaultValue("1m") Duration sweep,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("07:30") LocalTime quietTo,
        @DefaultValue("5") int attempts,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue Webhook webhook) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    NotifySettings {
        if (sweep.isNegative() || sweep.isZero() || attempts < 1) {
            throw new IllegalArgumentException(
                    "lianshu.notify.sweep must be longer than 0, lianshu.notify.attempts at least 1");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lianshu.notify.timeout must be longer than 0, and 1m at most");
        }
    }

    boolean isQuiet(LocalTime time) {
        boolean begun = !time.isBefore(quietFrom);
        boolean notOver = time.isBefore(quietTo);
        return quietFrom.isBefore(quietTo) ? begun && notOver : !quietFrom.equals(quietTo) && (begun || notOver);
    }

    /** How long a hub that took a delivery has it to itself: longer than any attempt lasts. */
    Duration lease() {
        return timeout.multipliedBy(2).plusMinutes(1);
    }

    /**
     * A receiver that takes JSON.
     *
     * @param url where it takes it
     * @param secret key of the signature
     */
    record Webhook(@Nullable URI url, @DefaultValue("") String secret) {

        Webhook {
            if (url != null
                    && (url.getHost() == null
                            || !String.valueOf(url.getScheme()).matches("https?"))) {
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
}
