package io.lianshu.agency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.agency.*}.
 *
 * @param exemptBelow a week with fewer working days than this owes no visit
 * @param late how long after it was made a visit of a past week still fulfils that week
 * @param sweep how often the hub looks for weeks that began or ended
 */
@ConfigurationProperties("lianshu.agency")
record AgencySettings(
        @DefaultValue("3") int exemptBelow,
        @DefaultValue("72h") Duration late,
        @DefaultValue("1m") Duration sweep) {

    AgencySettings {
        if (exemptBelow < 0 || late.isNegative() || sweep.isNegative() || sweep.isZero()) {
            throw new IllegalArgumentException(
                    "lianshu.agency.exempt-below and .late must not be negative, lianshu.agency.sweep must be longer than 0");
        }
    }
}
