package io.lianshu.platform.feed;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.read.PayloadReads;
import io.lianshu.platform.secret.Sealer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed, to be written and to be listened to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
class FeedConfiguration {

    @Bean
    Feed feed(Driver driver, SessionConfig session) {
        return new Feed(driver, session);
    }

    @Bean
    FeedSweep feedSweep(Feed feed, FeedSettings settings, Clock clock) {
        return new FeedSweep(feed, settings, clock);
    }

    @Bean
    FeedGraph feedGraph(Driver driver, SessionConfig session) {
        return new FeedGraph(driver, session);
    }

    @Bean
    FeedSubscriptions feedSubscriptions(
            FeedGraph graph, Sealer sealer, FeedSettings settings, Clock clock, MeterRegistry meters) {
        return new FeedSubscriptions(
                new FeedTail(graph, settings),
                new FeedPositions(sealer),
                new FeedStreams(settings.streams(), clock, meters),
                settings);
    }

    @Bean
    WorkFields workFields(
            GraphMap map,
            CodeLists codes,
            PayloadReads reads,
            FeedSubscriptions subscriptions,
            FeedGraph graph,
            FeedSettings settings,
            Clock clock) {
        return new WorkFields(map, codes, reads, subscriptions, new Concerns(graph, settings, clock));
    }
}
