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
    WorkFields workFields(
            GraphMap map,
            CodeLists codes,
            PayloadReads reads,
            Driver driver,
            SessionConfig session,
            Sealer sealer,
            FeedSettings settings,
            Clock clock,
            MeterRegistry meters) {
        FeedGraph graph = new FeedGraph(driver, session);
        return new WorkFields(
                map,
                codes,
                reads,
                new FeedTail(graph, settings),
                new Concerns(graph, settings, clock),
                new FeedPositions(sealer),
                new FeedStreams(settings.streams(), clock, meters),
                settings);
    }
}
