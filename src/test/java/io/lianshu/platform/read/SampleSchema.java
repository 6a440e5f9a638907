package io.lianshu.platform.read;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.platform.map.GraphSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The schema of the made-up workshop, on the shipped directives and root types. */
final class SampleSchema {

    private SampleSchema() {}

    static GraphSchema load() {
        TypeDefinitionRegistry sdl = new TypeDefinitionRegistry();
        for (String file : List.of("graphql/platform.graphqls", "graphql/root.graphqls", "sample/workshop.graphqls")) {
            try (InputStream in = SampleSchema.class.getResourceAsStream("/schema/" + file)) {
                sdl.merge(new SchemaParser().parse(new InputStreamReader(in, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return GraphSchema.of(sdl);
    }

    /** A wiring that knows the hub's scalars. */
    static RuntimeWiring.Builder scalars() {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        try (var context = new AnnotationConfigApplicationContext()) {
            context.scan("io.lianshu.platform.scalar");
            context.refresh();
            context.getBean(RuntimeWiringConfigurer.class).configure(wiring);
        }
        return wiring;
    }
}
