package io.lianshu.platform.viewer;

import io.lianshu.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out on whose behalf a request is made. */
@Component
public class Callers {

    private static final String SCHEME = "Bearer ";

    private final DemoViewers demoViewers;
    private final BearerTokens tokens;
    private final ViewerRate rate;

    Callers(DemoViewers demoViewers, BearerTokens tokens, ViewerRate rate) {
        this.demoViewers = demoViewers;
        this.tokens = tokens;
        this.rate = rate;
    }

    /**
     * The viewer, speaking the caller's language; the public when the request does not say who asks.
     *
     * @return fails with a {@link Refusal} when the request names a viewer that is none, or may not name one, and when the
     *     viewer asks too often
     */
    public Mono<Viewer> viewer(HttpHeaders headers) {
        return again(headers).doOnNext(rate::take);
    }

    /** The viewer as he or she is now, of a request that was counted when it came. */
    Mono<Viewer> again(HttpHeaders headers) {
        return Mono.defer(() -> named(headers)).map(viewer -> viewer.speaking(CallerLanguage.of(headers)));
    }

    private Mono<Viewer> named(HttpHeaders headers) {
        String slug = headers.getFirst(DemoViewers.HEADER);
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (slug != null && authorization != null) {
            throw Refusal.badInput(
                    "TWO_VIEWERS",
                    DemoViewers.HEADER,
                    "请求头 Authorization 与 " + DemoViewers.HEADER + " 只能有其一",
                    "Give the header Authorization or " + DemoViewers.HEADER + ", not both");
        }
        if (authorization != null) {
            return tokens.viewer(bearer(authorization));
        }
        return Mono.just(slug == null ? Viewer.PUBLIC : demoViewers.named(slug));
    }

    /** The token as the request gives it, or null when it gives none. */
    public static @Nullable String token(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return authorization == null ? null : bearer(authorization);
    }

    private static String bearer(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || authorization.substring(SCHEME.length()).isBlank()) {
            throw new Refusal(
                    "BAD_AUTHORIZATION",
                    Refusal.Kind.UNAUTHENTICATED,
                    HttpHeaders.AUTHORIZATION,
                    "请求头 Authorization 应为“Bearer 令牌”",
                    "The header Authorization must be \"Bearer\" and a token");
        }
        return authorization.substring(SCHEME.length()).strip();
    }
}
