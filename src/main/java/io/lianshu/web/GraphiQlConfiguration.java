package io.lianshu.web;

import io.lianshu.platform.viewer.DemoMode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Puts our page before Spring's own, which loads its scripts from elsewhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("spring.graphql.graphiql.enabled")
class GraphiQlConfiguration {

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> graphiQlPage(DemoMode demo) {
        return new GraphiQlPage(demo).routes();
    }
}
