package io.lianshu.platform.http;

import io.lianshu.platform.refusal.RequestId;
import io.micrometer.context.ContextRegistry;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The endpoint's settings, and the request id's way into the log lines of data fetchers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class HttpConfiguration {

    HttpConfiguration() {
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                        RequestId.CARRIER_KEY,
                        () -> MDC.get(RequestId.LOG_KEY),
                        id -> MDC.put(RequestId.LOG_KEY, id),
                        () -> MDC.remove(RequestId.LOG_KEY));
    }
}
