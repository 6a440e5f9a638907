package io.lianshu.access;

import io.lianshu.platform.secret.KeyRing;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.viewer.DemoMode;
import io.lianshu.platform.viewer.DemoViewers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** Puts accounts behind the hub's doors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, RevealSettings.class})
class AccessConfiguration {

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean(destroyMethod = "close")
    AccessThreads accessThreads(AccessSettings settings) {
        return AccessThreads.of(settings);
    }

    @Bean
    AccessTokens accessTokens(KeyRing keys, Clock clock, AccessSettings settings) {
        return new AccessTokens(keys, clock, settings.accessLife());
    }

    @Bean
    DemoAccounts demoAccounts(LoginGraph graph, DemoViewers viewers, Passwords passwords, Clock clock) {
        return new DemoAccounts(graph, viewers, passwords, clock);
    }

    @Bean
    Logins logins(
            LoginGraph graph,
            Passwords passwords,
            AccessTokens access,
            Sealer sealer,
            DemoAccounts demo,
            DemoMode mode,
            AccessThreads threads,
            AccessSettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new Logins(
                graph,
                passwords,
                access,
                new RefreshTokens(sealer),
                demo,
                mode,
                threads.asking(),
                settings,
                clock,
                meters);
    }

    @Bean
    AccountViewers accountViewers(
            AccessTokens access,
            LoginGraph graph,
            AccessThreads threads,
            DemoMode mode,
            AccessSettings settings,
            Clock clock,
            MeterRegistry meters) {
        Map<String, ReactiveJwtDecoder> decoders = new HashMap<>();
        decoders.put(AccessTokens.ISSUER, access.decoder());
        String issuer = settings.oidc().issuer();
        if (issuer != null && !issuer.isBlank()) {
            decoders.put(issuer, foreign(issuer, settings.oidc(), clock));
        }
        return new AccountViewers(decoders, graph, threads.asking(), mode, settings, clock, meters);
    }

    /** Only signatures with public keys: what is public must not serve as a secret for HMAC. */
    private static ReactiveJwtDecoder foreign(String issuer, AccessSettings.Oidc settings, Clock clock) {
        var building = settings.keys() == null
                ? NimbusReactiveJwtDecoder.withIssuerLocation(issuer)
                : NimbusReactiveJwtDecoder.withJwkSetUri(settings.keys().toString());
        NimbusReactiveJwtDecoder decoder = building.jwsAlgorithms(algorithms -> {
                    algorithms.add(SignatureAlgorithm.RS256);
                    algorithms.add(SignatureAlgorithm.PS256);
                    algorithms.add(SignatureAlgorithm.ES256);
                })
                .build();
        decoder.setJwtValidator(AccessTokens.checks(issuer, settings.audience(), clock));
        return decoder;
    }

    @Bean
    WechatExchange wechatExchange(AccessSettings settings, Sealer sealer, JsonMapper json) {
        return new WechatExchange(settings.wechat(), sealer, json);
    }

    @Bean
    AuthBody authBody(JsonMapper json) {
        return new AuthBody(json);
    }

    @Bean
    RevealFields revealFields(RevealGraph graph, AccessThreads threads) {
        return new RevealFields(graph, threads);
    }

    @Bean
    AccountGraph accountCommands(Passwords passwords) {
        return new AccountGraph(passwords);
    }
}
