package io.lianshu.platform.command;

import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.feed.Feed;
import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.read.PayloadReads;
import io.lianshu.platform.secret.Sealer;
import java.time.Clock;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts commands between mutations and the graph. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandSettings.class)
class CommandConfiguration {

    @Bean(destroyMethod = "close")
    CommandThreads commandThreads(
            Driver driver,
            SessionConfig session,
            GraphReadiness readiness,
            Sealer sealer,
            Feed feed,
            AuditTrail audit,
            CommandSettings settings,
            ApplicationEventPublisher events,
            ObjectProvider<ClientCommand> commands) {
        CommandGraph graph = new CommandGraph(
                driver,
                session,
                readiness,
                sealer,
                feed,
                audit,
                settings,
                commands.orderedStream().toList());
        return new CommandThreads(graph, events, settings);
    }

    @Bean
    ChangedValue valueBefore(GraphMap map, CodeLists codes, Sealer sealer) {
        return ChangedValue.before(map, codes, sealer);
    }

    @Bean
    ChangedValue valueAfter(GraphMap map, CodeLists codes, Sealer sealer) {
        return ChangedValue.after(map, codes, sealer);
    }

    @Bean
    CommandFields commandFields(GraphMap map, CommandThreads commands, PayloadReads reads, Clock clock) {
        return new CommandFields(map, commands, reads, clock);
    }
}
