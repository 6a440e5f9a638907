package io.lianshu.platform.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.feed.*}.
 *
 * @param kept how long entries are kept, and so for how long a client may be away and miss nothing
 * @param sweep how often older ones are taken away
 * @param poll how often the hub looks for new entries while somebody listens
 * @param window latest entries that the hub holds; who is further behind while it listens is sent away, and comes back by position
 * @param streams open at a time for one account
 * @param memory after what time changes of roles, accounts, sessions and posts are noticed by what is open
 */
@ConfigurationProperties("lianshu.feed")
record FeedSettings(
        @DefaultValue("30d") Duration kept,
        @DefaultValue("1h") Duration sweep,
        @DefaultValue("400ms") Duration poll,
        @DefaultValue("1000") int window,
        @DefaultValue("20") int streams,
        @DefaultValue("5s") Duration memory) {

    FeedSettings {
        if (!isPositive(kept) || !isPositive(sweep) || !isPositive(poll) || window < 1 || memory.isNegative()) {
            throw new IllegalArgumentException("lianshu.feed.kept, .sweep, .poll and .window must be more than 0");
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
