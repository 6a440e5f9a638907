package io.lianshu.engine;

import io.lianshu.platform.graph.GraphServer;
import io.lianshu.platform.graph.GraphSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The graph's server where {@link EngineStart} has not begun it before. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @ConditionalOnMissingBean
    GraphServer graphServer(GraphSettings graph, EngineSettings settings) {
        return EngineStart.begin(graph, settings);
    }
}
