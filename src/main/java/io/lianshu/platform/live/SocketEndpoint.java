package io.lianshu.platform.live;

import io.lianshu.platform.viewer.Callers;
import java.util.List;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The WebSocket at the endpoint's path, by the protocol graphql-transport-ws. Spring's own breaks four of the protocol's rules.
 *
 * @param closing ends when the hub is about to stop
 */
record SocketEndpoint(
        WebGraphQlHandler handler, Callers callers, LiveSettings settings, JsonMapper json, Mono<Void> closing)
        implements WebSocketHandler {

    @Override
    public List<String> getSubProtocols() {
        return List.of(SocketMessage.PROTOCOL);
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        return Mono.defer(() -> new SocketConnection(session, this).run());
    }
}
