package io.lianshu.platform.live;

import io.lianshu.platform.viewer.Callers;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.support.WebSocketUpgradeHandlerPredicate;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.json.JsonMapper;

/** Opens both ways at the endpoint's path, and closes what is open when the hub stops. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration implements WebFluxConfigurer {

    private static final int BEFORE_ROUTES = -2;

    private final LiveSettings settings;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    LiveConfiguration(LiveSettings settings) {
        this.settings = settings;
    }

    /** Streams would keep a stopping hub waiting. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        closing.tryEmitEmpty();
    }

    @Override
    public WebSocketService getWebSocketService() {
        int longest = Math.toIntExact(settings.message().toBytes());
        return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(longest)));
    }

    @Bean
    HandlerMapping socketMapping(
            WebGraphQlHandler handler, Callers callers, GraphQlProperties graphQl, JsonMapper json) {
        SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(
                Map.of(
                        graphQl.getHttp().getPath(),
                        new SocketEndpoint(handler, callers, settings, json, closing.asMono())),
                BEFORE_ROUTES);
        mapping.setHandlerPredicate(new WebSocketUpgradeHandlerPredicate());
        return mapping;
    }

    @Bean
    EventStreamHandler eventStreamHandler(WebGraphQlHandler handler, JsonMapper json) {
        return new EventStreamHandler(handler, settings, json, closing.asMono());
    }
}
