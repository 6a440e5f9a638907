package io.lianshu.exchange;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.exchange.mapping.Vocabulary;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.GraphMapReader;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.write.RowCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Puts the import pipeline together. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    private static final String SDL = "classpath*:schema/graphql/*.graphqls";

    @Bean
    Imports imports(ImportGraph graph, Sealer sealer, ObjectProvider<RowCheck> checks, ObjectProvider<Clock> clock) {
        return new GraphImports(
                vocabulary(sdl(), sealer),
                graph,
                checks.orderedStream().toList(),
                clock.getIfAvailable(Clock::systemUTC));
    }

    /** The words of an SDL that is not extended by derived types, which no file can fill. */
    static Vocabulary vocabulary(TypeDefinitionRegistry sdl, Sealer sealer) {
        Map<String, Set<String>> enums = new HashMap<>();
        for (EnumTypeDefinition type : sdl.getTypes(EnumTypeDefinition.class)) {
            enums.put(
                    type.getName(),
                    type.getEnumValueDefinitions().stream()
                            .map(EnumValueDefinition::getName)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return new Vocabulary(GraphMapReader.read(sdl), enums, CodeLists.load(), sealer);
    }

    static TypeDefinitionRegistry sdl() {
        TypeDefinitionRegistry sdl = new TypeDefinitionRegistry();
        try {
            Set<String> read = new HashSet<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(SDL)) {
                // A folder that lies on the class path twice is one folder.
                if (!read.add(String.valueOf(file.getFilename()))) {
                    continue;
                }
                try (InputStream in = file.getInputStream()) {
                    sdl.merge(new SchemaParser().parse(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sdl;
    }
}
