package io.lianshu.platform.secret;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hub's keys and what is made of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class SecretConfiguration {

    @Bean
    KeyRing keyRing(KeySettings settings) {
        return KeyFile.read(settings);
    }

    @Bean
    KeyChange keyChange(KeySettings settings, KeyRing keys) {
        String value = settings.keys().value();
        return new KeyChange(keys, value == null || value.isBlank() ? settings.file() : null);
    }

    @Bean
    Sealer sealer(KeyRing keys) {
        return new KeyRingSealer(keys);
    }
}
