package io.lianshu.exchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.import.*}.
 *
 * @param batch rows of one transaction
 * @param patience how long an import waits for a graph that has gone away before it stops
 */
@ConfigurationProperties("lianshu.import")
record ImportSettings(
        @DefaultValue("5000") int batch,
        @DefaultValue("60s") Duration patience) {}
