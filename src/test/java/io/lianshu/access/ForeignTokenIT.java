package io.lianshu.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lianshu.access.AskedAccess.Answer;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.secret.KeyRing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens that others made, rightly and wrongly, and log-ins through a stand-in for WeChat. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.access.memory=0s",
            "lianshu.access.oidc.issuer=https://issuer.example",
            "lianshu.access.oidc.audience=the-hub",
            "lianshu.access.wechat.app-id=wx-test",
            "lianshu.access.wechat.secret=a b&c"
        })
class ForeignTokenIT {

    private static final String ISSUER = "https://issuer.example";
    private static RSAKey key;
    private static HttpServer outside;
    private static String asked = "";

    @Autowired
    private KeyRing keys;

    @LocalServerPort
    private int port;

    private AskedAccess hub;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        run("CREATE (:Region {id: 'reg_something'})");
        run("CREATE (a:Account {id: 'usr_aaaaaaaaaaaaaaaaaaaaaaaaaa', username: 'foreign', externalSubject: 'u-17'})"
                + "<-[:GRANTED_TO]-(:RoleGrant {id: 'grt_x', role: 'ANALYST', from: date('2020-01-01')})");
        TestEngine.register(registry);
        registry.add(
                "lianshu.access.oidc.keys",
                () -> "http://127.0.0.1:" + outside.getAddress().getPort() + "/keys");
        registry.add(
                "lianshu.access.wechat.endpoint",
                () -> "http://127.0.0.1:" + outside.getAddress().getPort() + "/wechat");
    }

    @BeforeAll
    static void standIns() throws Exception {
        outside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        outside.createContext("/keys", exchange -> say(exchange, new JWKSet(key.toPublicJWK()).toString()));
        outside.createContext("/wechat", exchange -> {
            asked = exchange.getRequestURI().getRawQuery();
            say(
                    exchange,
                    asked.contains("js_code=good")
                            ? "{\"openid\": \"o-1\", \"session_key\": \"never\"}"
                            : asked.contains("js_code=busy") ? "{\"errcode\": -1}" : "{\"errcode\": 40029}");
        });
        outside.start();
    }

    @BeforeEach
    void ask() {
        hub = new AskedAccess(port);
    }

    @AfterAll
    static void end() {
        outside.stop(0);
        TestEngine.wipe();
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void run(String statement) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement).consume();
        }
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience("the-hub")
                        .subject("u-17")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60))))
                .build();
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID("one")
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String rsa(RSAKey by, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(JWSAlgorithm.RS256, new RSASSASigner(by), claims(change));
    }

    @Test
    void anotherIssuersTokenEntersWithTheRolesThatAreGrantedHere() throws Exception {
        assertThat(hub.me(rsa(key, claims -> claims))).isEqualTo("[\"ANALYST\"]");
        assertThat(hub.me(rsa(
                        key,
                        claims ->
                                claims.claim("roles", List.of("ADMINISTRATOR")).claim("scope", "ADMINISTRATOR"))))
                .as("what a token says of roles counts for nothing")
                .isEqualTo("[\"ANALYST\"]");
    }

    @Test
    void whateverIsWrongWithATokenIsRefused() throws Exception {
        RSAKey another = new RSAKeyGenerator(2048).keyID("one").generate();
        Date past = Date.from(Instant.now().minusSeconds(60));
        byte[] publicKey = key.toRSAPublicKey().getEncoded();
        byte[] own = keys.subkey("access tokens");
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("another key", rsa(another, claims -> claims)),
                Map.entry("another issuer", rsa(key, claims -> claims.issuer("https://other.example"))),
                Map.entry(
                        "our name, their key",
                        rsa(key, claims -> claims.issuer("lianshu").audience("lianshu"))),
                Map.entry(
                        "their name, our key",
                        signed(JWSAlgorithm.HS256, new MACSigner(own), claims(claims -> claims))),
                Map.entry("another audience", rsa(key, claims -> claims.audience("somebody"))),
                Map.entry("no audience", rsa(key, claims -> claims.audience((String) null))),
                Map.entry("nobody we know", rsa(key, claims -> claims.subject("u-18"))),
                Map.entry("no subject", rsa(key, claims -> claims.subject(null))),
                Map.entry("no expiry", rsa(key, claims -> claims.expirationTime(null))),
                Map.entry("no signature", new PlainJWT(claims(claims -> claims)).serialize()),
                Map.entry(
                        "public key as secret",
                        signed(JWSAlgorithm.HS256, new MACSigner(publicKey), claims(claims -> claims))),
                Map.entry(
                        "our own without a session",
                        signed(
                                JWSAlgorithm.HS256,
                                new MACSigner(own),
                                claims(claims -> claims.issuer("lianshu")
                                        .audience("lianshu")
                                        .subject("usr_aaaaaaaaaaaaaaaaaaaaaaaaaa")))),
                Map.entry("junk", "a.b.c"),
                Map.entry("too long", "a".repeat(5_000)));
        for (Map.Entry<String, String> token : wrong.entrySet()) {
            assertThat(hub.me(token.getValue())).as(token.getKey()).isEqualTo("BAD_TOKEN");
        }
        assertThat(hub.me(rsa(
                        key,
                        claims -> claims.issueTime(Date.from(past.toInstant().minusSeconds(600)))
                                .expirationTime(past))))
                .isEqualTo("TOKEN_EXPIRED");
        Answer agent = hub.login("agent", "demo");
        String[] parts = agent.access().split("\\.");
        String other = hub.login("director", "demo").access().split("\\.")[1];
        assertThat(hub.me(parts[0] + "." + other + "." + parts[2]))
                .as("a swapped body")
                .isEqualTo("BAD_TOKEN");
        assertThat(hub.ask("{ me { account } }", Map.of(), "Basic YTpi")
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("BAD_AUTHORIZATION");
        assertThat(hub.ask("{ me { account } }", Map.of(), "Bearer ")
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("BAD_AUTHORIZATION");
    }

    @Test
    void aWechatUserIsLinkedOnceAndEntersByCodeFromThenOn() throws Exception {
        assertThat(hub.auth("token", Map.of("wechat_code", "good-1")).code()).isEqualTo("WECHAT_NOT_LINKED");
        Answer linked = hub.auth("token", Map.of("username", "agent", "password", "demo", "wechat_code", "good-2"));
        assertThat(linked.status()).as("%s", linked.body()).isEqualTo(200);
        assertThat(asked).contains("appid=wx-test", "secret=a%20b%26c", "grant_type=authorization_code");
        Answer entered = hub.auth("token", Map.of("wechat_code", "good-3", "client", "mini-program"));
        assertThat(hub.me(entered.access())).isEqualTo("[\"AGENT\"]");
        assertThat(hub.auth("token", Map.of("username", "director", "password", "demo", "wechat_code", "good-4"))
                        .status())
                .isEqualTo(200);
        assertThat(hub.me(hub.auth("token", Map.of("wechat_code", "good-5")).access()))
                .as("linked to the account it was used with last")
                .isEqualTo("[\"DIRECTOR\"]");
        assertThat(hub.auth("token", Map.of("wechat_code", "used")).code()).isEqualTo("BAD_WECHAT_CODE");
        assertThat(hub.auth("token", Map.of("wechat_code", "busy")).code()).isEqualTo("WECHAT_UNAVAILABLE");
        assertThat(hub.auth("token", Map.of("wechat_code", "good&js_code=x", "username", "agent"))
                        .code())
                .isEqualTo("BAD_BODY");
        try (var session = TestEngine.driver().session()) {
            assertThat(session.run("MATCH (c:Credential) WHERE c.wechat IS NOT NULL RETURN collect(c.wechat) AS w")
                            .single()
                            .get("w")
                            .asList()
                            .toString())
                    .doesNotContain("o-1")
                    .hasSizeGreaterThan(40);
        }
    }
}
