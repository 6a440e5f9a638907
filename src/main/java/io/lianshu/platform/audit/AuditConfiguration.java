package io.lianshu.platform.audit;

import io.lianshu.platform.secret.Sealer;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The chain of events, to be written and to be walked. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditTrail auditTrail(Driver driver, SessionConfig session, Sealer sealer) {
        return new AuditTrail(driver, session, new AuditSeal(sealer));
    }

    @Bean
    AuditCheck auditCheck(Driver driver, SessionConfig session, Sealer sealer) {
        return new AuditCheck(driver, session, new AuditSeal(sealer));
    }
}
