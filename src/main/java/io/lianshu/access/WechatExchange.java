package io.lianshu.access;

import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.secret.Sealer;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exchanges the code of {@code wx.login} for the user whom WeChat means. The {@code session_key} that comes with the answer
 * is dropped at once, the {@code openid} leaves this class as a keyed hash and sealed only.
 */
final class WechatExchange {

    private final AccessSettings.Wechat settings;
    private final WebClient client;
    private final Sealer sealer;
    private final JsonMapper json;

    /**
     * A user of the mini-program.
     *
     * @param hash keyed, by which the same user is known again
     * @param sealed the openid, to which messages are sent
     */
    record User(String hash, String sealed) {

        /** What is kept of the user at an account. */
        Map<String, Object> of(String account, ZonedDateTime now) {
            String id = NodeId.of("wxu", List.of(account));
            return Map.of("account", account, "id", id, "hash", hash, "sealed", sealed, "now", now);
        }
    }

    WechatExchange(AccessSettings.Wechat settings, Sealer sealer, JsonMapper json) {
        this.settings = settings;
        this.client = WebClient.create();
        this.sealer = sealer;
        this.json = json;
    }

    /** The user; fails with a refusal. */
    Mono<User> user(String code) {
        String appId = settings.appId();
        String secret = settings.secret();
        if (appId == null || appId.isBlank() || secret == null) {
            return Mono.error(AccessRefused.wechatOff());
        }
        return client.get()
                .uri(UriComponentsBuilder.fromUri(settings.endpoint())
                        .queryParam("appid", "{appid}")
                        .queryParam("secret", "{secret}")
                        .queryParam("js_code", "{code}")
                        .queryParam("grant_type", "authorization_code")
                        .encode()
                        .buildAndExpand(Map.of("appid", appId, "secret", secret, "code", code))
                        .toUri())
                .retrieve()
                .onStatus(HttpStatusCode::isError, answer -> Mono.error(AccessRefused.wechatGone()))
                // WeChat says that its JSON is plain text.
                .bodyToMono(String.class)
                .timeout(settings.timeout())
                .onErrorMap(e -> !(e instanceof AccessRefused), e -> AccessRefused.wechatGone())
                .map(body -> user(appId, body));
    }

    private User user(String appId, String body) {
        JsonNode answer;
        try {
            answer = json.readTree(body);
        } catch (JacksonException e) {
            throw AccessRefused.wechatGone();
        }
        String openid = answer.path("openid").asString("");
        if (openid.isEmpty()) {
            int error = answer.path("errcode").asInt(0);
            // -1 is WeChat's word for being busy; the others say that the code is none, used or of another program.
            throw error == -1 ? AccessRefused.wechatGone() : AccessRefused.wechatCode();
        }
        return new User(sealer.hash("wechat user\n" + appId + "\n" + openid), sealer.seal(openid));
    }
}
