package io.lianshu.notify;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the room together, when there is a channel to send through. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotifySettings.class)
@ConditionalOnWebApplication
@ConditionalOnProperty("lianshu.notify.webhook.url")
class NotifyConfiguration {

    @Bean
    Channel webhookChannel(NotifySettings settings, JsonMapper json) {
        URI url = settings.webhook().url();
        if (url == null) {
            throw new IllegalArgumentException("lianshu.notify.webhook.url is empty");
        }
        return new WebhookChannel(url, settings.webhook().secret(), settings.timeout(), json);
    }

    @Bean
    NotifySweep notifySweep(
            List<Channel> channels,
            DigestGraph digests,
            DeliveryGraph deliveries,
            NotifySettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new NotifySweep(channels, digests, deliveries, settings, clock, meters);
    }
}
