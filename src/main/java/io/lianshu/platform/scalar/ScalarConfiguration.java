package io.lianshu.platform.scalar;

import graphql.schema.GraphQLScalarType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Gives the schema its scalars beyond GraphQL's own. */
@Configuration(proxyBeanMethods = false)
class ScalarConfiguration {

    /** Scalars of {@code root.graphqls}. */
    static final List<String> SCALARS = List.of("Money", "Date", "DateTime", "Long");

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> SCALARS.forEach(name -> wiring.scalar(scalar(name)));
    }

    static GraphQLScalarType scalar(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new FormCoercing(ScalarForm.of(name)))
                .build();
    }
}
