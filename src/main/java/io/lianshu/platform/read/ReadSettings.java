package io.lianshu.platform.read;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of reading.
 *
 * @param mostCost highest cost of a root field: nodes it could read at most, by the SDL's expectations
 * @param timeout after which the database ends a statement
 * @param cachedStatements compiled statements kept
 * @param cachedCharacters how long the kept parsed documents may be together
 * @param planAtStart whether every shipped operation is asked once when the hub is ready
 * @param passThrough whether compiled answers go to the encoder as they are; false has graphql-java complete them
 */
@ConfigurationProperties("lianshu.read")
public record ReadSettings(
        @DefaultValue("200000") long mostCost,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("2000") int cachedStatements,
        @DefaultValue("4000000") long cachedCharacters,
        @DefaultValue("true") boolean planAtStart,
        @DefaultValue("true") boolean passThrough) {}
