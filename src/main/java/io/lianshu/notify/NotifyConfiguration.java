package io.lianshu.notify;

import io.lianshu.platform.secret.Sealer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the room together; which ways to people there are is said by the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NotifySettings.class, WechatSettings.class, ProgramSettings.class, EmailSettings.class})
class NotifyConfiguration {

    @Bean
    SubscribeGraph subscribeCommands(WechatSettings settings) {
        return new SubscribeGraph(settings);
    }

    @Bean
    Channels channels(
            NotifySettings settings,
            WechatSettings wechat,
            ProgramSettings program,
            EmailSettings email,
            ReceiverGraph receivers,
            Sealer sealer,
            Clock clock,
            JsonMapper json) {
        List<Channel> channels = new ArrayList<>();
        URI url = settings.webhook().url();
        if (url != null) {
            channels.add(new WebhookChannel(url, settings, json));
        }
        if (wechat.isOn() && !program.isThere()) {
            throw new IllegalArgumentException(
                    "a template of lianshu.notify.wechat needs lianshu.access.wechat.app-id and .secret");
        }
        if (wechat.isOn()) {
            WechatApi api = new WechatApi(wechat.endpoint(), program, settings.timeout(), clock, json);
            channels.add(new WechatChannel(api, wechat, settings, receivers, sealer));
        }
        if (email.isOn()) {
            channels.add(new EmailChannel(email, settings, receivers, sealer));
        }
        return new Channels(channels);
    }

    @Bean
    @ConditionalOnWebApplication
    @Conditional(SomeChannel.class)
    NotifySweep notifySweep(
            Channels channels,
            DigestGraph digests,
            DeliveryGraph deliveries,
            NotifySettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new NotifySweep(channels.all(), digests, deliveries, settings, clock, meters);
    }

    /** Where there is no way to people, nobody looks for what to tell them. */
    static final class SomeChannel extends AnyNestedCondition {

        SomeChannel() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("lianshu.notify.webhook.url")
        static final class ByWebhook {}

        @ConditionalOnProperty("lianshu.notify.wechat.week-visits.template")
        static final class ByWechatInTheWeek {}

        @ConditionalOnProperty("lianshu.notify.wechat.overdue.template")
        static final class ByWechatWhenOverdue {}

        @ConditionalOnProperty("lianshu.notify.email.host")
        static final class ByEmail {}
    }

    /** The ways to people that are open. */
    record Channels(List<Channel> all) {

        Channels {
            all = List.copyOf(all);
        }
    }
}
