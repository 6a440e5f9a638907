package io.lianshu.access;

import io.lianshu.access.Logins.Tokens;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.WaitingThreads;
import io.lianshu.platform.refusal.Faults;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Callers;
import io.lianshu.platform.viewer.RefusalAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Logging in and out over HTTP. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/auth")
@OwnsItsThread
class AuthController {

    private static final int RETRY_SECONDS = 2;

    private final Logins logins;
    private final WaitingThreads proving;
    private final WaitingThreads threads;
    private final AccountViewers viewers;
    private final WechatExchange wechat;
    private final AuthBody bodies;

    AuthController(
            Logins logins, AccessThreads threads, AccountViewers viewers, WechatExchange wechat, AuthBody bodies) {
        this.logins = logins;
        this.proving = threads.proving();
        this.threads = threads.asking();
        this.viewers = viewers;
        this.wechat = wechat;
        this.bodies = bodies;
    }

    @PostMapping("/token")
    Mono<ResponseEntity<Object>> token(ServerWebExchange exchange) {
        return answered(exchange, given -> granted(exchange, given).map(AuthController::told));
    }

    @PostMapping("/logout")
    Mono<ResponseEntity<Object>> logout(ServerWebExchange exchange) {
        return answered(exchange, given -> {
            if ("true".equals(given.get("everywhere"))) {
                String token = Callers.token(exchange.getRequest().getHeaders());
                return token == null
                        ? Mono.error(AccessRefused.token())
                        : viewers.account(token)
                                .flatMap(account -> done(() -> {
                                    logins.endedEverywhere(account);
                                    return account;
                                }));
            }
            String refresh = given.get("refresh_token");
            return refresh == null ? Mono.error(AccessRefused.body()) : done(() -> logins.ended(refresh));
        });
    }

    @PostMapping("/password")
    Mono<ResponseEntity<Object>> password(ServerWebExchange exchange) {
        return answered(exchange, given -> {
            String username = given.get("username");
            String password = given.get("password");
            String replacement = given.get("new_password");
            if (username == null || password == null || replacement == null) {
                return Mono.error(AccessRefused.input(
                        "new_password",
                        "须有 username、password、new_password",
                        "username, password and new_password are needed"));
            }
            return waited(proving, () -> {
                        logins.changed(proof(exchange, username, password), replacement);
                        return true;
                    })
                    .map(unused -> ResponseEntity.noContent().build());
        });
    }

    private Mono<Tokens> granted(ServerWebExchange exchange, Map<String, String> given) {
        String client = given.getOrDefault("client", "web");
        if (!client.matches("[a-z0-9-]{1,32}")) {
            return Mono.error(
                    AccessRefused.input("client", "应为至多32个小写字母、数字或连字符", "must be at most 32 of a-z, 0-9 and hyphen"));
        }
        String refresh = given.get("refresh_token");
        if (refresh != null) {
            return waited(threads, () -> logins.refreshed(refresh, client));
        }
        String username = given.get("username");
        String password = given.get("password");
        String code = given.get("wechat_code");
        if (username != null && password != null) {
            Proof proof = proof(exchange, username, password);
            // WeChat is asked for those only who have proved themselves.
            return code == null
                    ? waited(proving, () -> logins.byPassword(proof, client))
                    : waited(proving, () -> logins.account(proof))
                            .flatMap(account -> wechat.user(code)
                                    .flatMap(user -> waited(threads, () -> logins.linked(account, user, client))));
        }
        return code == null || username != null || password != null
                ? Mono.error(AccessRefused.body())
                : wechat.user(code).flatMap(user -> waited(threads, () -> logins.byWechat(user, client)));
    }

    /** @param work gives the account whose sessions are over, or null when none was open */
    private Mono<ResponseEntity<Object>> done(Supplier<@Nullable String> work) {
        return waited(threads, () -> {
                    String account = work.get();
                    if (account != null) {
                        viewers.forget(account);
                    }
                    return true;
                })
                .map(unused -> ResponseEntity.noContent().build());
    }

    private static <T> Mono<T> waited(WaitingThreads threads, Supplier<T> work) {
        return Mono.fromFuture(() -> threads.run(work));
    }

    /** The address is a proxy's own unless {@code server.forward-headers-strategy} says that proxies are believed. */
    private static Proof proof(ServerWebExchange exchange, String username, String password) {
        return Proof.of(username, password, exchange.getRequest().getRemoteAddress());
    }

    private static ResponseEntity<Object> told(Tokens tokens) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.access());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", tokens.seconds());
        answer.put("refresh_token", tokens.refresh());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private Mono<ResponseEntity<Object>> answered(
            ServerWebExchange exchange, Function<Map<String, String>, Mono<ResponseEntity<Object>>> answer) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return bodies.of(exchange.getRequest()).flatMap(answer).onErrorResume(e -> {
            Refusal refusal = Faults.refusal(e);
            return refusal == null ? Mono.error(e) : Mono.just(RefusalAnswer.of(refusal, headers, RETRY_SECONDS));
        });
    }
}
