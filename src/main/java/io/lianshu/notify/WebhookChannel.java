package io.lianshu.notify;

import io.lianshu.platform.graph.OwnsItsThread;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Posts JSON, signed over its bytes; any status of 200 to 299 says that the receiver has it. Redirects are not followed. */
@OwnsItsThread
final class WebhookChannel implements Channel {

    static final String SIGNATURE = "Lianshu-Signature";

    private static final Logger log = LoggerFactory.getLogger(WebhookChannel.class);
    private static final String ALGORITHM = "HmacSHA256";

    private final URI url;
    private final SecretKeySpec key;
    private final NotifySettings settings;
    private final JsonMapper json;
    private final WebClient client = WebClient.create();

    WebhookChannel(URI url, NotifySettings settings, JsonMapper json) {
        this.url = url;
        this.key = new SecretKeySpec(settings.webhook().secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.settings = settings;
        this.json = json;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Duration lease() {
        return settings.lease(1);
    }

    @Override
    public Outcome send(Delivery delivery) {
        byte[] body = json.writeValueAsBytes(body(delivery));
        Integer status = client.post()
                .uri(url)
                .contentType(MediaType.APPLICATION_JSON)
                .header(SIGNATURE, "sha256=" + signature(body))
                .bodyValue(body)
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().value()))
                .timeout(settings.timeout())
                .onErrorResume(fault -> {
                    log.debug("The webhook was not reached", fault);
                    return Mono.just(0);
                })
                .block();
        boolean taken = status != null && status >= 200 && status < 300;
        if (!taken) {
            log.warn(
                    "推送接收方未收下 {}：状态 {} / the webhook did not take {}: status {}",
                    delivery.id(),
                    status,
                    delivery.id(),
                    status);
        }
        return taken ? Outcome.TAKEN : Outcome.NOT_TAKEN;
    }

    private static Map<String, @Nullable Object> body(Delivery delivery) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("delivery", delivery.id());
        body.put("kind", delivery.kind().name());
        body.put("employeeNo", delivery.employeeNo());
        body.put("person", delivery.person());
        body.put("title", delivery.title());
        body.put("lines", delivery.lines());
        body.put("at", delivery.at().toString());
        return body;
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
