package io.lianshu.notify;

import io.lianshu.platform.graph.OwnsItsThread;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat's server interface, as far as messages need it. Faults are told by their class and {@code errcode} only: addresses hold
 * the token, and texts of WeChat the user.
 */
@OwnsItsThread
final class WechatApi {

    /** No {@code errcode} of WeChat's. */
    static final int NO_ANSWER = Integer.MIN_VALUE;

    private static final Logger log = LoggerFactory.getLogger(WechatApi.class);
    /** The token is none, is over, or is not one of this program. */
    private static final Set<Integer> STALE = Set.of(40001, 40014, 42001);

    private final URI endpoint;
    private final ProgramSettings program;
    private final Duration timeout;
    private final Clock clock;
    private final JsonMapper json;
    private final WebClient client = WebClient.create();
    private volatile @Nullable Token token;

    private record Token(String value, Instant until) {}

    WechatApi(URI endpoint, ProgramSettings program, Duration timeout, Clock clock, JsonMapper json) {
        this.endpoint = endpoint;
        this.program = program;
        this.timeout = timeout;
        this.clock = clock;
        this.json = json;
    }

    /** Sends a message; WeChat's {@code errcode}, 0 when it has it, or {@link #NO_ANSWER}. */
    int send(Map<String, Object> message) {
        int code = attempt(message);
        if (STALE.contains(code)) {
            token = null;
            return attempt(message);
        }
        return code;
    }

    private int attempt(Map<String, Object> message) {
        String value = token();
        return value == null ? NO_ANSWER : code(post("/cgi-bin/message/subscribe/send", value, message));
    }

    /** The token, asked for anew when a tenth of its life is left. */
    private @Nullable String token() {
        Token known = token;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        // Not forced: that would take the token away from the office's other servers, and WeChat gives a good one
        // anyway.
        JsonNode answer = post(
                "/cgi-bin/stable_token",
                null,
                Map.of(
                        "grant_type",
                        "client_credential",
                        "appid",
                        program.appId(),
                        "secret",
                        program.secret(),
                        "force_refresh",
                        false));
        String value = answer == null ? "" : answer.path("access_token").asString("");
        if (answer == null || value.isEmpty()) {
            int code = code(answer);
            log.warn("微信未给出访问令牌：errcode {} / WeChat gave no access token: errcode {}", said(code), said(code));
            return null;
        }
        long seconds = answer.path("expires_in").asLong(0) * 9 / 10;
        token = new Token(value, clock.instant().plusSeconds(seconds));
        return value;
    }

    private static int code(@Nullable JsonNode answer) {
        return answer == null || !answer.isObject()
                ? NO_ANSWER
                : answer.path("errcode").asInt(0);
    }

    static String said(int code) {
        return code == NO_ANSWER ? "–" : String.valueOf(code);
    }

    private @Nullable JsonNode post(String path, @Nullable String accessToken, Map<String, Object> body) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUri(endpoint).path(path);
        if (accessToken != null) {
            address.queryParam("access_token", "{token}");
        }
        String answer = client.post()
                .uri(address.encode()
                        .buildAndExpand(accessToken == null ? Map.of() : Map.of("token", accessToken))
                        .toUri())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json.writeValueAsBytes(body))
                .retrieve()
                // WeChat says that its JSON is plain text.
                .bodyToMono(String.class)
                .timeout(timeout)
                .onErrorResume(fault -> {
                    log.warn(
                            "微信没有回答：{} / WeChat did not answer: {}",
                            fault.getClass().getSimpleName(),
                            fault.getClass().getSimpleName());
                    return Mono.empty();
                })
                .block();
        if (answer == null) {
            return null;
        }
        try {
            return json.readTree(answer);
        } catch (JacksonException e) {
            return null;
        }
    }
}
