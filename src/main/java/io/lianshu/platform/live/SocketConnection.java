package io.lianshu.platform.live;

import io.lianshu.platform.refusal.Faults;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.RequestId;
import io.lianshu.platform.viewer.CallerLanguage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One WebSocket: what may be said when, and which operations run. Messages come one after another. */
final class SocketConnection {

    private static final int NO_PREFETCH = 1;
    /** Until the next beat: whoever says more does not read what it is answered. */
    private static final int MOST_MESSAGES = 2_000;

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final WebSocketSession session;
    private final SocketEndpoint endpoint;
    private final HttpHeaders handshake;
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private final AtomicInteger silent = new AtomicInteger();
    private final AtomicInteger messages = new AtomicInteger();
    private final ConcurrentMap<String, Sinks.Empty<Void>> running = new ConcurrentHashMap<>();

    private volatile boolean begun;
    private volatile @Nullable HttpHeaders caller;
    private volatile @Nullable CloseStatus closing;

    SocketConnection(WebSocketSession session, SocketEndpoint endpoint) {
        this.session = session;
        this.endpoint = endpoint;
        this.handshake = session.getHandshakeInfo().getHeaders();
    }

    Mono<Void> run() {
        // Each operation takes a place until it ends, so that none is left for its end to be read.
        Flux<WebSocketMessage> answers = heard().flatMap(this::answer, Integer.MAX_VALUE, NO_PREFETCH);
        Flux<WebSocketMessage> late = Mono.delay(endpoint.settings().initTimeout())
                .filter(tick -> !begun)
                .flatMapMany(tick -> close(SocketClose.INIT_TIMEOUT.status()));
        Flux<WebSocketMessage> beats = Flux.interval(endpoint.settings().keepAlive())
                .onBackpressureDrop()
                .concatMap(tick -> beat(), NO_PREFETCH);
        Flux<WebSocketMessage> away =
                endpoint.closing().thenMany(Flux.defer(() -> close(SocketClose.GOING_AWAY.status())));
        Mono<Void> sent =
                session.send(Flux.merge(NO_PREFETCH, answers, late, beats, away).takeUntilOther(ended.asMono()));
        // A client that does not read would keep its connection for ever.
        return sent.takeUntilOther(ended.asMono().then(Mono.delay(LAST_WORDS))).then(Mono.defer(() -> {
            CloseStatus status = closing;
            return status == null ? Mono.empty() : session.close(status);
        }));
    }

    /**
     * What comes in, empty for what is no message. It is not cancelled when the hub closes: the server would then close at once,
     * without our code.
     */
    private Flux<Optional<SocketMessage>> heard() {
        return Flux.create(sink -> {
            var unused = session.receive()
                    .subscribe(
                            raw -> {
                                if (raw.getType() == WebSocketMessage.Type.TEXT) {
                                    sink.next(Optional.ofNullable(
                                            SocketMessage.of(raw.getPayloadAsText(), endpoint.json())));
                                } else if (raw.getType() == WebSocketMessage.Type.BINARY) {
                                    sink.next(Optional.empty());
                                }
                            },
                            fault -> ended.tryEmitEmpty(),
                            ended::tryEmitEmpty);
        });
    }

    private Publisher<WebSocketMessage> answer(Optional<SocketMessage> heard) {
        silent.set(0);
        if (closing != null) {
            return Flux.empty();
        }
        if (messages.incrementAndGet() > MOST_MESSAGES) {
            return close(SocketClose.TRY_AGAIN_LATER.status());
        }
        if (heard.isEmpty()) {
            return close(SocketClose.BAD_REQUEST.status());
        }
        SocketMessage message = heard.get();
        return switch (message.type()) {
            case CONNECTION_INIT -> init(message.payload());
            case PING -> said("pong", null, null);
            case PONG -> Flux.empty();
            case SUBSCRIBE ->
                subscribe(Objects.requireNonNull(message.id()), Objects.requireNonNull(message.payload()));
            case COMPLETE -> {
                stop(Objects.requireNonNull(message.id()));
                yield Flux.empty();
            }
        };
    }

    private Flux<WebSocketMessage> init(@Nullable Map<String, Object> payload) {
        if (begun) {
            return close(SocketClose.TOO_MANY_INITS.status());
        }
        begun = true;
        HttpHeaders headers = SocketCaller.of(handshake, payload);
        return endpoint.callers()
                .viewer(headers)
                .flatMapMany(viewer -> {
                    caller = headers;
                    return said("connection_ack", null, null);
                })
                .onErrorResume(fault -> close(refused(Faults.refusal(fault))));
    }

    private static CloseStatus refused(@Nullable Refusal refusal) {
        return refusal == null || refusal.kind() == Refusal.Kind.UNAVAILABLE
                ? SocketClose.TRY_AGAIN_LATER.status()
                : SocketClose.FORBIDDEN.status().withReason("Forbidden: " + refusal.code());
    }

    private Flux<WebSocketMessage> subscribe(String id, Map<String, Object> operation) {
        HttpHeaders headers = caller;
        if (headers == null) {
            return close(SocketClose.UNAUTHORIZED.status());
        }
        Sinks.Empty<Void> stopped = Sinks.empty();
        if (running.putIfAbsent(id, stopped) != null) {
            return close(SocketClose.subscriberExists(id));
        }
        StreamedAnswers answers = new StreamedAnswers(RequestId.random(), CallerLanguage.of(headers));
        if (running.size() > endpoint.settings().streams()) {
            running.remove(id);
            return said("error", id, answers.said(tooMany()));
        }
        HandshakeInfo info = session.getHandshakeInfo();
        WebGraphQlRequest request = new WebGraphQlRequest(
                info.getUri(),
                headers,
                info.getCookies(),
                info.getRemoteAddress(),
                Map.of(RequestId.CARRIER_KEY, answers.request()),
                operation,
                answers.request().text(),
                answers.language());
        return endpoint.handler()
                .handleRequest(request)
                .flatMapMany(response -> answered(id, response, answers))
                .onErrorResume(fault -> failed(id, fault, answers))
                .contextWrite(context ->
                        context.put(RequestId.CARRIER_KEY, answers.request().text()))
                .takeUntilOther(stopped.asMono())
                .doFinally(signal -> running.remove(id, stopped));
    }

    private Flux<WebSocketMessage> answered(String id, WebGraphQlResponse response, StreamedAnswers answers) {
        if (StreamedAnswers.isUnauthenticated(response)) {
            return close(SocketClose.FORBIDDEN.status());
        }
        if (StreamedAnswers.isRefused(response)) {
            return ending("error", id, StreamedAnswers.errors(response));
        }
        return answers.of(response)
                .concatMap(answer -> said("next", id, answer), NO_PREFETCH)
                .concatWith(ending("complete", id, null));
    }

    private Flux<WebSocketMessage> failed(String id, Throwable fault, StreamedAnswers answers) {
        return StreamedAnswers.isUnauthenticated(fault)
                ? close(SocketClose.FORBIDDEN.status())
                : ending("error", id, answers.said(fault));
    }

    /** An operation's last message; its id is free before the client can read it. */
    private Flux<WebSocketMessage> ending(String type, String id, @Nullable Object payload) {
        return Flux.defer(() -> {
            running.remove(id);
            return said(type, id, payload);
        });
    }

    private void stop(String id) {
        Sinks.Empty<Void> stopped = running.remove(id);
        if (stopped != null) {
            stopped.tryEmitEmpty();
        }
    }

    private Flux<WebSocketMessage> beat() {
        messages.set(0);
        return silent.incrementAndGet() > 2
                ? close(SocketClose.SILENT.status())
                : begun ? said("ping", null, null) : Flux.empty();
    }

    private Flux<WebSocketMessage> said(String type, @Nullable String id, @Nullable Object payload) {
        return closing != null
                ? Flux.empty()
                : Flux.just(session.textMessage(SocketMessage.written(type, id, payload, endpoint.json())));
    }

    /** Nothing is said after this; what was said goes out first. */
    private Flux<WebSocketMessage> close(CloseStatus status) {
        if (closing == null) {
            closing = status;
            List.copyOf(running.keySet()).forEach(this::stop);
            ended.tryEmitEmpty();
        }
        return Flux.empty();
    }

    private Refusal tooMany() {
        int most = endpoint.settings().streams();
        return new Refusal(
                "TOO_MANY_OPERATIONS",
                Refusal.Kind.TOO_MUCH,
                null,
                "此连接上同时进行的操作过多（最多 " + most + " 个），请先结束不用的",
                "Too many operations run on this connection, at most " + most + "; complete those not needed");
    }
}
