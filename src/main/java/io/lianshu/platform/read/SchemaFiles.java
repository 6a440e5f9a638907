package io.lianshu.platform.read;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.platform.map.GraphSchema;
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

/** Every room's SDL file on the class path. Reading them takes a second: the program does it once. */
public final class SchemaFiles {

    private static final String FILES = "classpath*:schema/graphql/*.graphqls";

    private SchemaFiles() {}

    /**
     * Reads them all.
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
        return GraphSchema.of(sdl);
    }

    private static TypeDefinitionRegistry parse(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return new SchemaParser().parse(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }
}
