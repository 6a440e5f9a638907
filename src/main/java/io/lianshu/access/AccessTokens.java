package io.lianshu.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.lianshu.platform.secret.KeyRing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * The hub's own access tokens: JWTs signed with HMAC-SHA-256 by a key of the hub, which alone reads them. They say which
 * account and session, and nothing of roles: those are asked of the graph.
 */
final class AccessTokens {

    static final String ISSUER = "lianshu";
    static final String AUDIENCE = "lianshu";
    static final String SESSION = "sid";
    static final String CLIENT = "client";

    private static final Duration SKEW = Duration.ofSeconds(10);

    private final SecretKey key;
    private final Clock clock;
    private final Duration life;

    AccessTokens(KeyRing keys, Clock clock, Duration life) {
        this.key = new SecretKeySpec(keys.subkey("access tokens"), "HmacSHA256");
        this.clock = clock;
        this.life = life;
    }

    String issue(String account, String session, String client) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(account)
                .claim(SESSION, session)
                .claim(CLIENT, client)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java signs with HMAC-SHA-256", e);
        }
        return token.serialize();
    }

    ReactiveJwtDecoder decoder() {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(checks(ISSUER, AUDIENCE, clock));
        return decoder;
    }

    /** What every token must be besides well signed: of this issuer, for this audience, and of now. */
    static OAuth2TokenValidator<Jwt> checks(String issuer, String audience, Clock clock) {
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>("aud", list -> list != null && list.contains(audience)),
                new JwtClaimValidator<>("exp", expiry -> expiry != null));
    }
}
