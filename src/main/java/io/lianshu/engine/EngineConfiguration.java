package io.lianshu.engine;

import io.lianshu.platform.graph.ExternalServer;
import io.lianshu.platform.graph.GraphServer;
import io.lianshu.platform.graph.GraphSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Decides which Neo4j this program works on: an external one, its own engine, or a serving hub's. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** A hub's engine begins here, so that it starts while the rest of the hub is being put together. */
    @Bean
    GraphServer graphServer(GraphSettings graph, EngineSettings settings) {
        if (graph.uri() != null) {
            return new ExternalServer(graph);
        }
        if (settings.command()) {
            return ServingEngine.on(settings);
        }
        EmbeddedEngine engine = EmbeddedEngine.on(
                DataDirectory.claim(settings.data(), "lianshu serve")
                        .orElseThrow(
                                () -> EngineRefusal.dataInUse(settings.data(), DataDirectory.holder(settings.data()))),
                settings.engine());
        engine.begin();
        return engine;
    }
}
