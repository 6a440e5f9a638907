package io.lianshu.platform.read;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.GraphMapReader;
import io.lianshu.platform.map.SchemaDerivation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The SDL of all rooms, read as the map of the graph and completed for clients.
 *
 * @param sdl what clients see: without the map's directives, with everything derived from them
 */
public record GraphSchema(GraphMap map, TypeDefinitionRegistry sdl) {

    private static final String FILES = "classpath*:schema/graphql/*.graphqls";

    /**
     * Reads every room's file.
     *
     * @throws IllegalStateException naming the type and field that does not fit
     */
    public static GraphSchema load() {
        TypeDefinitionRegistry sdl = new TypeDefinitionRegistry();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            Set<String> read = new HashSet<>();
            for (Resource file : files) {
                // A folder that lies on the class path twice is one folder.
                if (read.add(String.valueOf(file.getFilename()))) {
                    sdl.merge(parse(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(sdl);
    }

    /** Takes the SDL over and changes it. */
    public static GraphSchema of(TypeDefinitionRegistry sdl) {
        GraphMap map = GraphMapReader.read(sdl);
        SchemaDerivation.derive(sdl, map);
        return new GraphSchema(map, sdl);
    }

    private static TypeDefinitionRegistry parse(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return new SchemaParser().parse(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }
}
