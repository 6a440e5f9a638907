package io.lianshu.platform.http;

import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What of a WebSocket's handshake the endpoint takes: the one protocol, and pages of the hub's own or of known origins. */
final class Handshake {

    private static final String PROTOCOL = "graphql-transport-ws";
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

    private Handshake() {}

    static boolean isOne(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod())
                && "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
    }

    /**
     * What is wrong with it, or null.
     *
     * @param origins besides the hub's own
     */
    static @Nullable Refusal refusal(ServerHttpRequest request, List<String> origins) {
        HttpHeaders headers = request.getHeaders();
        String origin = headers.getOrigin();
        String host = headers.getFirst(HttpHeaders.HOST);
        if (origin != null
                && !origins.contains(origin)
                && !origin.replaceFirst("^https?://", "").equals(host)) {
            return new Refusal(
                    "FOREIGN_ORIGIN",
                    Refusal.Kind.FORBIDDEN,
                    HttpHeaders.ORIGIN,
                    "不接受其他网站的页面建立 WebSocket 连接，请管理员登记来源",
                    "Pages of other sites may not open a WebSocket here, unless the operator lists their origin");
        }
        boolean known = headers.getOrDefault(PROTOCOLS, List.of()).stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .anyMatch(protocol -> protocol.strip().toLowerCase(Locale.ROOT).equals(PROTOCOL));
        return known
                ? null
                : Refusal.badInput(
                        "UNKNOWN_SUBPROTOCOL",
                        PROTOCOLS,
                        "WebSocket 子协议应为 " + PROTOCOL,
                        "The sub-protocol of a WebSocket must be " + PROTOCOL);
    }
}
