package io.lianshu.platform.viewer;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Decides once whether the hub is in demo mode. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewerSettings.class)
class ViewerConfiguration {

    @Bean
    ViewerRate viewerRate(ViewerSettings settings, MeterRegistry meters) {
        return new ViewerRate(settings.limits().rate(), meters);
    }

    @Bean
    DemoMode demoMode(ViewerSettings settings) {
        return new DemoMode(settings.isDemo());
    }
}
