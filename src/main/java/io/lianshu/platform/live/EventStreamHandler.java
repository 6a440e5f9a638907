package io.lianshu.platform.live;

import io.lianshu.platform.refusal.RequestId;
import io.lianshu.platform.viewer.CallerLanguage;
import java.time.Duration;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webflux.GraphQlSseHandler;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events by the protocol "GraphQL over SSE" in its mode of distinct connections: each operation is a request, answered with
 * events {@code next} and at its end {@code complete}. Refusals are events too. Who is not let in any more, and who is left because
 * the hub stops, sees the connection end without {@code complete}.
 */
final class EventStreamHandler extends GraphQlSseHandler {

    private static final ServerSentEvent<String> COMPLETE =
            ServerSentEvent.<String>builder().event("complete").data("").build();
    private static final ServerSentEvent<String> BEAT =
            ServerSentEvent.<String>builder().comment("").build();

    private final JsonMapper json;
    private final Duration keepAlive;
    private final Mono<Void> closing;

    EventStreamHandler(WebGraphQlHandler handler, LiveSettings settings, JsonMapper json, Mono<Void> closing) {
        super(handler);
        this.json = json;
        this.keepAlive = settings.keepAlive();
        this.closing = closing;
    }

    @Override
    protected Mono<ServerResponse> prepareResponse(ServerRequest request, WebGraphQlResponse response) {
        Object known = request.exchange().getAttribute(RequestId.CARRIER_KEY);
        StreamedAnswers answers = new StreamedAnswers(
                known instanceof RequestId id ? id : RequestId.random(),
                CallerLanguage.of(request.headers().asHttpHeaders()));
        Flux<ServerSentEvent<String>> events = answers.of(response)
                .map(this::next)
                .concatWith(Mono.just(COMPLETE))
                .onErrorResume(fault -> {
                    Mono<ServerSentEvent<String>> last = Mono.just(next(Map.of("errors", answers.said(fault))));
                    return StreamedAnswers.isUnauthenticated(fault) ? last : last.concatWith(Mono.just(COMPLETE));
                });
        Flux<ServerSentEvent<String>> beats =
                Flux.interval(keepAlive).onBackpressureDrop().map(tick -> BEAT);
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .headers(headers -> {
                    headers.setCacheControl("no-cache");
                    // Some proxies would keep events until there are many.
                    headers.set("X-Accel-Buffering", "no");
                })
                .body(BodyInserters.fromServerSentEvents(
                        events.publish(told -> Flux.merge(1, told, beats.takeUntilOther(told.ignoreElements())))
                                .takeUntilOther(closing)));
    }

    private ServerSentEvent<String> next(Map<String, Object> answer) {
        return ServerSentEvent.builder(json.writeValueAsString(answer))
                .event("next")
                .build();
    }
}
