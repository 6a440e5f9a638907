package io.lianshu.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.privacy.*}.
 *
 * @param placesKept how long the place of a visit is kept
 * @param sweep how often the hub looks for what is to be forgotten
 */
@ConfigurationProperties("lianshu.privacy")
record PrivacySettings(
        @DefaultValue("365d") Duration placesKept,
        @DefaultValue("1h") Duration sweep) {

    PrivacySettings {
        if (placesKept.isNegative() || sweep.isNegative() || sweep.isZero()) {
            throw new IllegalArgumentException(
                    "lianshu.privacy.places-kept must not be negative, lianshu.privacy.sweep must be longer than 0");
        }
    }
}
