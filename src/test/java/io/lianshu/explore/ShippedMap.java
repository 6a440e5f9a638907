package io.lianshu.explore;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.GraphMapReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The map of the SDL that is shipped, and maps of small ones. */
final class ShippedMap {

    private ShippedMap() {}

    static GraphMap read() {
        TypeDefinitionRegistry sdl = new TypeDefinitionRegistry();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:schema/graphql/*.graphqls")) {
                sdl.merge(new SchemaParser().parse(file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return GraphMapReader.read(sdl);
    }

    static GraphMap of(String sdl) {
        return GraphMapReader.read(new SchemaParser().parse(sdl));
    }
}
