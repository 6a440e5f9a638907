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
        return new KeyChange(keys, settings.asValue() ? null : settings.file());
    }

    @Bean
    Sealer sealer(KeyRing keys) {
        return new KeyRingSealer(keys);
    }
}
