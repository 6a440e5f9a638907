package io.lianshu.platform.read;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.GraphSchema;
import io.lianshu.platform.secret.Sealer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.data.pagination.CursorEncoder;
import org.springframework.graphql.data.pagination.CursorStrategy;
import org.springframework.graphql.data.pagination.EncodingCursorStrategy;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/** Puts the read compiler between GraphQL and the graph. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadSettings.class)
class ReadConfiguration {

    @Bean
    GraphSchema graphSchema() {
        return SchemaFiles.load();
    }

    @Bean
    GraphMap graphMap(GraphSchema schema) {
        return schema.map();
    }

    @Bean
    CodeLists codeLists() {
        return CodeLists.load();
    }

    @Bean
    CodeListArguments codeListArguments(CodeLists codes) {
        return new CodeListArguments(codes);
    }

    @Bean
    ReadModel readModel(
            GraphMap map,
            List<ComputedValue> computed,
            List<ArgumentCheck> checks,
            List<StatementParameters> supplied,
            CodeLists codes,
            Sealer sealer,
            ReadSettings settings) {
        Map<String, ComputedValue> byField =
                computed.stream().collect(Collectors.toMap(ComputedValue::field, Function.identity()));
        return new ReadModel(
                map, new VisibilityRules(map), byField, checks, supplied, codes, sealer, new Cursors(sealer), settings);
    }

    @Bean
    ReadEngine readEngine(
            ReadModel model,
            Driver driver,
            SessionConfig session,
            GraphReadiness readiness,
            Clock clock,
            MeterRegistry meters) {
        return new ReadEngine(
                model, new ReadGraph(driver, session, readiness::obstacle, clock, model.settings(), meters), meters);
    }

    @Bean
    NodeVisibility nodeVisibility(ReadModel model) {
        return new NodeVisibility(model.visibility());
    }

    @Bean
    PayloadReads payloadReads(ReadEngine engine) {
        return new PayloadReads(engine);
    }

    @Bean
    GraphQlSourceBuilderCustomizer compiledReads(
            GraphSchema schema,
            ReadEngine engine,
            ReadSettings settings,
            MeterRegistry meters,
            ObjectProvider<DataFetcherExceptionResolver> resolvers,
            AnnotatedControllerConfigurer controllers) {
        DataFetcherExceptionHandler exceptions = DataFetcherExceptionResolver.createExceptionHandler(
                Stream.concat(resolvers.orderedStream(), Stream.of(controllers.getExceptionResolver()))
                        .toList());
        PreparsedDocumentProvider documents = new ParsedDocuments(settings, meters);
        return builder -> builder.schemaFactory((registry, wiring) -> executable(schema, engine, wiring))
                .configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents)
                        .queryExecutionStrategy(new PassThroughStrategy(exceptions)));
    }

    /** Spring would wrap every connection field for its own windows and slices; ours come as connections already. */
    @Bean
    EncodingCursorStrategy<ScrollPosition> noScrolling() {
        return CursorStrategy.withEncoder(new NoScrolling(), CursorEncoder.base64());
    }

    private static GraphQLSchema executable(GraphSchema schema, ReadEngine engine, RuntimeWiring wiring) {
        return new SchemaGenerator().makeExecutableSchema(schema.sdl(), ReadWiring.of(wiring, schema.map(), engine));
    }

    @Bean
    JacksonModule completedObjects() {
        return new SimpleModule("completed").addSerializer(CompletedObject.class, new CompletedObjectSerializer());
    }

    private static final class NoScrolling implements CursorStrategy<ScrollPosition> {

        @Override
        public boolean supports(Class<?> type) {
            return false;
        }

        @Override
        public String toCursor(ScrollPosition position) {
            throw new IllegalStateException("Nothing scrolls");
        }

        @Override
        public ScrollPosition fromCursor(String cursor) {
            throw new IllegalStateException("Nothing scrolls");
        }
    }
}
