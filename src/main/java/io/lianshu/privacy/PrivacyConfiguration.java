package io.lianshu.privacy;

import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.secret.KeySettings;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyConfiguration {

    @Bean
    ConsentGraph consentCommands(CodeLists codes) {
        return new ConsentGraph(codes);
    }

    @Bean
    ErasureGraph erasureCommands(KeySettings settings, AuditTrail audit, Clock clock) {
        return new ErasureGraph(new ErasureJournal(settings.data().resolve("erased")), audit, clock);
    }

    @Bean
    MustStayValue mustStayValue(CodeLists codes) {
        return new MustStayValue(codes);
    }

    @Bean
    RetentionSweep retentionSweep(RetentionGraph graph, PrivacySettings settings) {
        return new RetentionSweep(graph, settings);
    }
}
