package io.lianshu.engine;

import io.lianshu.platform.graph.ExternalServer;
import io.lianshu.platform.graph.GraphServer;
import io.lianshu.platform.graph.GraphSettings;
import io.lianshu.platform.graph.OwnsItsThread;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Decides which Neo4j this program works on (an external one, its own engine, or a serving hub's) as soon as all
 * settings are known, so that an engine starts while the rest of the program is put together.
 */
@OwnsItsThread
public final class EngineStart implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        Binder settings = Binder.get(context.getEnvironment());
        GraphServer server = begin(
                settings.bindOrCreate("lianshu.neo4j", GraphSettings.class),
                settings.bindOrCreate("lianshu", EngineSettings.class));
        context.addApplicationListener(new CloseOnFailure(server));
        // Never lazy: what has begun must be a bean, or nobody would end it.
        context.registerBean("graphServer", GraphServer.class, () -> server, bean -> bean.setLazyInit(false));
    }

    static GraphServer begin(GraphSettings graph, EngineSettings settings) {
        if (graph.uri() != null) {
            return new ExternalServer(graph);
        }
        if (settings.command()) {
            return ServingEngine.begin(settings);
        }
        EmbeddedEngine engine = EmbeddedEngine.on(
                DataDirectory.claim(settings.data(), "lianshu serve")
                        .orElseThrow(
                                () -> EngineRefusal.dataInUse(settings.data(), DataDirectory.holder(settings.data()))),
                settings.engine());
        engine.begin();
        return engine;
    }

    /** For a start that fails before the server has become a bean. */
    private record CloseOnFailure(GraphServer server) implements ApplicationListener<ApplicationFailedEvent> {

        @Override
        public void onApplicationEvent(ApplicationFailedEvent event) {
            server.close();
        }
    }
}
