package io.lianshu.notify;

import io.lianshu.notify.ReceiverGraph.Subscriber;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.secret.Sealer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Subscribe messages of WeChat (订阅消息): one for each time that the user has accepted one. */
@OwnsItsThread
final class WechatChannel implements Channel {

    private static final Logger log = LoggerFactory.getLogger(WechatChannel.class);
    /** The user takes no messages, or is none of this mini-program any more. */
    private static final Set<Integer> REFUSED = Set.of(43101, 40003);

    private static final int SENT = 0;
    /** For a token and for the message, and for both again when the token was stale. */
    private static final int WAITS = 4;

    private final WechatApi api;
    private final WechatSettings wechat;
    private final NotifySettings settings;
    private final ReceiverGraph receivers;
    private final Sealer sealer;

    WechatChannel(
            WechatApi api, WechatSettings wechat, NotifySettings settings, ReceiverGraph receivers, Sealer sealer) {
        this.api = api;
        this.wechat = wechat;
        this.settings = settings;
        this.receivers = receivers;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "wechat";
    }

    @Override
    public Duration lease() {
        return settings.lease(WAITS);
    }

    @Override
    public Outcome send(Delivery delivery) {
        WechatSettings.Message message = wechat.of(delivery.kind());
        Optional<Subscriber> found = message.template().isBlank()
                ? Optional.empty()
                : receivers.subscriber(delivery.person(), delivery.kind());
        if (found.isEmpty()) {
            return Outcome.NOBODY;
        }
        Subscriber subscriber = found.get();
        String openid = sealer.open(subscriber.sealed());
        if (openid.equals(Sealer.UNREADABLE)) {
            log.warn("{} 的微信用户无法解密 / the WeChat user of {} cannot be opened", delivery.id(), delivery.id());
            return Outcome.NOBODY;
        }
        int code = api.send(body(openid, message, delivery));
        if (code == SENT) {
            used(subscriber, delivery);
            return Outcome.TAKEN;
        }
        if (REFUSED.contains(code)) {
            receivers.refused(subscriber, delivery.kind());
            return Outcome.NOBODY;
        }
        log.warn(
                "微信未收下 {}：errcode {} / WeChat did not take {}: errcode {}",
                delivery.id(),
                WechatApi.said(code),
                delivery.id(),
                WechatApi.said(code));
        return Outcome.NOT_TAKEN;
    }

    /** What is sent stays sent: a count that is too high is put right by WeChat's refusal. */
    private void used(Subscriber subscriber, Delivery delivery) {
        try {
            receivers.used(subscriber, delivery.kind());
        } catch (RuntimeException e) {
            log.warn(
                    "{} 已送出，次数未能记下 / {} is sent, and could not be counted: {}",
                    delivery.id(),
                    delivery.id(),
                    e.getClass().getSimpleName());
        }
    }

    private Map<String, Object> body(String openid, WechatSettings.Message message, Delivery delivery) {
        Map<String, Object> data = new LinkedHashMap<>();
        message.fields().forEach((field, text) -> data.put(field, Map.of("value", text.of(delivery))));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("touser", openid);
        body.put("template_id", message.template());
        body.put("page", wechat.page());
        body.put("miniprogram_state", wechat.state());
        body.put("lang", "zh_CN");
        body.put("data", data);
        return body;
    }
}
