package io.lianshu.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the texts of a small JSON object or form. */
final class AuthBody {

    private static final int MOST = 8_192;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JsonMapper json;

    AuthBody(JsonMapper json) {
        this.json = json;
    }

    /** The fields by name; fails with a refusal when the body is neither, or too long. */
    Mono<Map<String, String>> of(ServerHttpRequest request) {
        MediaType type = type(request.getHeaders());
        boolean form = MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type);
        if (!form && !MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
            return Mono.error(AccessRefused.mediaType());
        }
        // A browser sends a form anywhere without asking first, so that any page could lock an account.
        if (form && isForeign(request)) {
            return Mono.error(AccessRefused.origin());
        }
        return DataBufferUtils.join(request.getBody(), MOST)
                .map(buffer -> {
                    String text = buffer.toString(StandardCharsets.UTF_8);
                    DataBufferUtils.release(buffer);
                    return text;
                })
                .defaultIfEmpty("")
                .timeout(PATIENCE)
                .onErrorMap(DataBufferLimitException.class, e -> AccessRefused.body())
                .onErrorMap(TimeoutException.class, e -> AccessRefused.slow(PATIENCE.toSeconds()))
                // Whoever went away meanwhile reads no answer.
                .onErrorMap(AbortedException.class, e -> AccessRefused.body())
                .map(text -> form ? form(text) : object(text));
    }

    private static @Nullable MediaType type(HttpHeaders headers) {
        try {
            return headers.getContentType();
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static boolean isForeign(ServerHttpRequest request) {
        String origin = request.getHeaders().getOrigin();
        String host = request.getHeaders().getFirst(HttpHeaders.HOST);
        return origin != null && !origin.replaceFirst("^https?://", "").equals(host);
    }

    private Map<String, String> object(String text) {
        try {
            JsonNode object = json.readTree(text);
            if (!object.isObject()) {
                throw AccessRefused.body();
            }
            Map<String, String> fields = new LinkedHashMap<>();
            object.forEachEntry((name, value) -> {
                if (!value.isString() && !value.isBoolean()) {
                    throw AccessRefused.body();
                }
                fields.put(name, value.asString());
            });
            return fields;
        } catch (JacksonException e) {
            throw AccessRefused.body();
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw AccessRefused.body();
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
