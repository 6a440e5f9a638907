package io.lianshu.collusion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.collusion.*}.
 *
 * @param sweep how often the hub looks for lots that were opened
 * @param renew how often it reads all opened bids, and analyses them anew when they have changed
 */
@ConfigurationProperties("lianshu.collusion")
record CollusionSettings(
        @DefaultValue("1m") Duration sweep,
        @DefaultValue("10m") Duration renew) {

    CollusionSettings {
        if (sweep.isNegative() || sweep.isZero() || renew.isNegative()) {
            throw new IllegalArgumentException(
                    "lianshu.collusion.sweep must be longer than 0, lianshu.collusion.renew must not be negative");
        }
    }
}
