package io.lianshu.platform.live;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Who is at the other end of a WebSocket: as the handshake says, and as the first message says better, since browsers set no headers. */
final class SocketCaller {

    private static final List<String> WHO = List.of("Authorization", "Lianshu-Viewer");

    private SocketCaller() {}

    /** Headers as a request would have them. */
    static HttpHeaders of(HttpHeaders handshake, @Nullable Map<String, Object> payload) {
        HttpHeaders headers = new HttpHeaders();
        copy(handshake, HttpHeaders.ACCEPT_LANGUAGE, headers);
        WHO.forEach(name -> copy(handshake, name, headers));
        HttpHeaders said = new HttpHeaders();
        if (payload != null) {
            payload.forEach((name, value) -> {
                if (value instanceof String text && isKnown(name)) {
                    said.set(name, text);
                }
            });
        }
        if (WHO.stream().anyMatch(said::containsHeader)) {
            WHO.forEach(headers::remove);
        }
        headers.putAll(said);
        return headers;
    }

    private static boolean isKnown(String name) {
        return List.of("authorization", "lianshu-viewer", "accept-language").contains(name.toLowerCase(Locale.ROOT));
    }

    private static void copy(HttpHeaders from, String name, HttpHeaders to) {
        String value = from.getFirst(name);
        if (value != null) {
            to.set(name, value);
        }
    }
}
