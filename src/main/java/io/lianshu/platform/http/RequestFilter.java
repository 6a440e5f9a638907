package io.lianshu.platform.http;

import graphql.GraphQLError;
import io.lianshu.platform.refusal.ErrorText;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.RefusalHttp;
import io.lianshu.platform.refusal.RequestId;
import io.lianshu.platform.viewer.CallerLanguage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.graphql.MediaTypes;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names every request, and reads the body of GraphQL requests within its limit: too long a body, an array and what is
 * not JSON are refused here in the shape of GraphQL errors.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFilter implements WebFilter {

    static final String HEADER = "Lianshu-Request";

    private final PathPattern path;
    private final int longest;
    private final Duration patience;
    private final List<String> origins;
    private final JsonMapper json;

    RequestFilter(GraphQlProperties graphQl, LimitSettings limits, JsonMapper json) {
        this.path = PathPatternParser.defaultInstance.parse(graphQl.getHttp().getPath());
        this.longest = Math.toIntExact(limits.body().toBytes());
        this.patience = limits.patience();
        this.origins = limits.origins();
        this.json = json;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        RequestId id = RequestId.random();
        exchange.getAttributes().put(RequestId.CARRIER_KEY, id);
        exchange.getAttributes().put(ServerWebExchange.LOG_ID_ATTRIBUTE, id.text());
        exchange.getResponse().getHeaders().set(HEADER, id.text());
        ServerHttpRequest request = exchange.getRequest();
        // Matched as the router matches, so that no other spelling of the path goes around the limits.
        Mono<Void> answer = path.matches(request.getPath().pathWithinApplication())
                ? shaped(exchange, chain)
                : chain.filter(exchange);
        return answer.contextWrite(context -> context.put(RequestId.CARRIER_KEY, id.text()));
    }

    private Mono<Void> shaped(ServerWebExchange exchange, WebFilterChain chain) {
        if (Handshake.isOne(exchange.getRequest())) {
            Refusal refusal = Handshake.refusal(exchange.getRequest(), origins);
            return refusal == null ? chain.filter(exchange) : refuse(exchange, RefusalHttp.status(refusal), refusal);
        }
        RequestShape shape = RequestShape.of(exchange.getRequest());
        Refusal refusal = shape.refusal();
        if (refusal == null) {
            return bounded(exchange, chain);
        }
        if (shape == RequestShape.WRONG_METHOD) {
            exchange.getResponse().getHeaders().setAllow(Set.of(HttpMethod.POST));
        }
        return refuse(exchange, shape.status(), refusal);
    }

    private Mono<Void> bounded(ServerWebExchange exchange, WebFilterChain chain) {
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > longest) {
            return refuse(exchange, HttpStatus.CONTENT_TOO_LARGE, BeyondLimit.body(longest, announced));
        }
        return DataBufferUtils.join(exchange.getRequest().getBody(), longest)
                .map(RequestFilter::bytes)
                .timeout(patience)
                .onErrorMap(TimeoutException.class, e -> new SlowBody())
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> switch (firstCharacter(body)) {
                    case '{' ->
                        BodyShape.fits(body)
                                ? chain.filter(exchange.mutate()
                                        .request(replayed(exchange, body))
                                        .build())
                                : refuse(exchange, HttpStatus.BAD_REQUEST, badBody());
                    case '[' -> refuse(exchange, HttpStatus.BAD_REQUEST, batch());
                    default -> refuse(exchange, HttpStatus.BAD_REQUEST, badBody());
                })
                .onErrorResume(
                        DataBufferLimitException.class,
                        e -> refuse(exchange, HttpStatus.CONTENT_TOO_LARGE, BeyondLimit.body(longest, -1)))
                .onErrorResume(SlowBody.class, e -> refuse(exchange, HttpStatus.REQUEST_TIMEOUT, slow()))
                .onErrorResume(ServerWebInputException.class, e -> refuse(exchange, HttpStatus.BAD_REQUEST, badBody()));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** The first byte that is not white space; 0 when there is none. */
    private static byte firstCharacter(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b;
            }
        }
        return 0;
    }

    private static ServerHttpRequest replayed(ServerWebExchange exchange, byte[] body) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(
                        () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
    }

    private Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status, Refusal refusal) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(refusal);
        }
        GraphQLError error =
                ErrorText.of(refusal, CallerLanguage.of(exchange.getRequest().getHeaders()));
        byte[] body = json.writeValueAsString(Map.of("errors", List.of(error.toSpecification())))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponse().setStatusCode(status);
        exchange.getResponse().getHeaders().setContentType(type(exchange));
        return exchange.getResponse()
                .writeWith(Mono.just(exchange.getResponse().bufferFactory().wrap(body)));
    }

    /** The older type only for callers that ask for it and not for the other. */
    private static MediaType type(ServerWebExchange exchange) {
        try {
            List<MediaType> accepted = exchange.getRequest().getHeaders().getAccept();
            return accepted.stream().noneMatch(MediaTypes.APPLICATION_GRAPHQL_RESPONSE::isCompatibleWith)
                            && accepted.stream().anyMatch(MediaType.APPLICATION_JSON::isCompatibleWith)
                    ? MediaType.APPLICATION_JSON
                    : MediaTypes.APPLICATION_GRAPHQL_RESPONSE;
        } catch (InvalidMediaTypeException e) {
            return MediaTypes.APPLICATION_GRAPHQL_RESPONSE;
        }
    }

    private static Refusal batch() {
        return Refusal.badInput(
                "BATCH_NOT_SUPPORTED",
                null,
                "不支持数组批量请求，请逐个发送",
                "Arrays of requests are not supported; send them one by one");
    }

    private Refusal slow() {
        return Refusal.badInput(
                "BODY_TOO_SLOW",
                null,
                "请求体未在%d秒内到齐，请重试".formatted(patience.toSeconds()),
                "The body did not arrive within %d seconds; send it again".formatted(patience.toSeconds()));
    }

    private static Refusal badBody() {
        return Refusal.badInput(
                "BAD_BODY",
                null,
                "请求体应为 JSON 对象，键不重复，含文本字段 query，可含 variables（对象）、operationName（文本）、extensions（对象）",
                "The body must be a JSON object, each key once, with the text query and, if wanted, variables (an object),"
                        + " operationName (a text) and extensions (an object)");
    }

    /** Tells a body that does not come from whatever else may take too long. */
    private static final class SlowBody extends RuntimeException {
        SlowBody() {
            super("slow body", null, false, false);
        }
    }
}
