package io.lianshu.notify;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code lianshu.notify.wechat.*}.
 *
 * @param endpoint of WeChat's server interface
 * @param page of the mini-program that a tap on a message opens
 * @param state of the mini-program: {@code formal}, {@code trial} or {@code developer}
 * @param weekVisits the message of the week's visits
 * @param overdue the message of what is overdue
 */
@ConfigurationProperties("lianshu.notify.wechat")
record WechatSettings(
        @DefaultValue("https://api.weixin.qq.com") URI endpoint,
        @DefaultValue("pages/day/day") String page,
        @DefaultValue("formal") String state,
        @DefaultValue Message weekVisits,
        @DefaultValue Message overdue) {

    private static final Set<String> STATES = Set.of("formal", "trial", "developer");

    WechatSettings {
        if (!NotifySettings.isHttp(endpoint)) {
            throw new IllegalArgumentException("lianshu.notify.wechat.endpoint must be http(s)://host[:port]");
        }
        if (!STATES.contains(state)) {
            throw new IllegalArgumentException("lianshu.notify.wechat.state must be formal, trial or developer");
        }
    }

    /**
     * A message template that the office has chosen at mp.weixin.qq.com.
     *
     * @param template its id; without one there are no messages of the kind
     * @param fields what stands in each of its fields, such as {@code thing1}
     */
    record Message(
            @DefaultValue("") String template, @DefaultValue Map<String, WechatText> fields) {

        Message {
            fields = Map.copyOf(fields);
            if (!template.isBlank() && fields.isEmpty()) {
                throw new IllegalArgumentException("a template of lianshu.notify.wechat needs its fields, such as"
                        + " lianshu.notify.wechat.overdue.fields.thing1=summary");
            }
            fields.forEach((field, text) -> {
                if (!text.fits(field)) {
                    throw new IllegalArgumentException("lianshu.notify.wechat: " + text
                            + " does not fit into the field " + field + ", must be one of " + text.fields());
                }
            });
        }
    }

    Message of(DigestKind kind) {
        return kind == DigestKind.WEEK_VISITS ? weekVisits : overdue;
    }

    boolean isOn() {
        return kinds().findAny().isPresent();
    }

    /** Kinds of digests whose template this is, as a rule one. */
    Set<DigestKind> kinds(String template) {
        return kinds().filter(kind -> of(kind).template().equals(template)).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<DigestKind> kinds() {
        return Stream.of(DigestKind.values())
                .filter(kind -> !of(kind).template().isBlank());
    }
}
