package io.lianshu.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.SignedJWT;
import io.lianshu.access.LoginGraph.Standing;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.WaitingThreads;
import io.lianshu.platform.viewer.BearerTokens;
import io.lianshu.platform.viewer.DemoMode;
import io.lianshu.platform.viewer.Viewer;
import io.micrometer.core.instrument.MeterRegistry;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Tells by a token who asks: the token says which account, the graph says what the account is now, and the answer is
 * remembered for some seconds.
 */
@OwnsItsThread
final class AccountViewers implements BearerTokens {

    private static final int LONGEST = 4_096;
    private static final int REMEMBERED = 10_000;

    private final Map<String, ReactiveJwtDecoder> decoders;
    private final LoginGraph graph;
    private final WaitingThreads threads;
    private final DemoMode mode;
    private final Clock clock;
    private final MeterRegistry meters;
    private final AsyncCache<Key, Optional<Viewer>> known;

    /**
     * @param session null for a token of another issuer
     * @param issuedAt of such a token
     */
    private record Key(
            String subject,
            @Nullable String session,
            @Nullable Instant issuedAt) {}

    /** @param decoders by the issuer that their tokens name */
    AccountViewers(
            Map<String, ReactiveJwtDecoder> decoders,
            LoginGraph graph,
            WaitingThreads threads,
            DemoMode mode,
            AccessSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.decoders = Map.copyOf(decoders);
        this.graph = graph;
        this.threads = threads;
        this.mode = mode;
        this.clock = clock;
        this.meters = meters;
        this.known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(settings.memory())
                .buildAsync();
    }

    @Override
    public Mono<Viewer> viewer(String token) {
        return decoded(token)
                .flatMap(jwt -> {
                    Key key = key(jwt);
                    return Mono.fromFuture(
                            known.get(key, (wanted, pool) -> threads.run(() -> asked(wanted, jwt))), true);
                })
                .map(viewer -> viewer.orElseThrow(() -> counted("gone", AccessRefused.token())));
    }

    private Key key(Jwt jwt) {
        String subject = jwt.getSubject();
        if (subject == null) {
            throw counted("forged", AccessRefused.token());
        }
        return isOwn(jwt)
                ? new Key(subject, jwt.getClaimAsString(AccessTokens.SESSION), null)
                : new Key(subject, null, jwt.getIssuedAt());
    }

    /** Who the token was given to, when it was given out here. */
    Mono<String> account(String token) {
        return viewer(token).map(Viewer::name);
    }

    /** Has the account's next request ask the graph again. */
    void forget(String account) {
        known.synchronous()
                .asMap()
                .entrySet()
                .removeIf(entry -> entry.getValue().stream()
                        .anyMatch(viewer -> viewer.name().equals(account)));
    }

    private Mono<Jwt> decoded(String token) {
        ReactiveJwtDecoder decoder = token.length() > LONGEST ? null : decoder(token);
        if (decoder == null) {
            return Mono.error(counted("issuer", AccessRefused.token()));
        }
        return decoder.decode(token).onErrorMap(JwtException.class, this::refusal);
    }

    /** Read for its issuer only where there are several; the decoder reads it whole, and looks at the issuer itself. */
    private @Nullable ReactiveJwtDecoder decoder(String token) {
        return decoders.size() == 1 ? decoders.get(AccessTokens.ISSUER) : decoders.get(issuer(token));
    }

    private AccessRefused refusal(JwtException fault) {
        if (fault instanceof JwtValidationException invalid && isExpired(invalid)) {
            return counted("expired", AccessRefused.expired());
        }
        return fault instanceof BadJwtException
                ? counted("forged", AccessRefused.token())
                : counted("keys", AccessRefused.busy());
    }

    /** What the token says of itself; which decoder it then has to satisfy in full. */
    private static String issuer(String token) {
        try {
            return String.valueOf(SignedJWT.parse(token).getJWTClaimsSet().getIssuer());
        } catch (ParseException e) {
            return "";
        }
    }

    private static boolean isExpired(JwtValidationException invalid) {
        return invalid.getErrors().stream()
                        .allMatch(
                                error -> String.valueOf(error.getDescription()).startsWith("Jwt expired"))
                && !invalid.getErrors().isEmpty();
    }

    private static boolean isOwn(Jwt jwt) {
        return AccessTokens.ISSUER.equals(jwt.getClaimAsString("iss"));
    }

    private Optional<Viewer> asked(Key key, Jwt jwt) {
        String account = isOwn(jwt) ? key.subject() : graph.bySubject(key.subject());
        if (account == null || (isOwn(jwt) && key.session() == null)) {
            return Optional.empty();
        }
        Standing standing = graph.standing(account, key.session(), issuedAt(key), ZonedDateTime.now(clock));
        return Optional.ofNullable(standing)
                .filter(found -> mode.on() || !found.demo())
                .map(found -> new Viewer(
                        found.account(), found.roles(), found.person(), found.party(), Viewer.PUBLIC.language()));
    }

    /** Tokens tell the second only, so it counts whole. */
    private @Nullable ZonedDateTime issuedAt(Key key) {
        Instant at = key.issuedAt();
        return at == null ? null : at.plusSeconds(1).atZone(clock.getZone());
    }

    private AccessRefused counted(String reason, AccessRefused refusal) {
        meters.counter("lianshu.access.tokens.refused", "reason", reason).increment();
        return refusal;
    }
}
