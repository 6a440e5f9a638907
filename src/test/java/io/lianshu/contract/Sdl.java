package io.lianshu.contract;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.GraphMapReader;
import io.lianshu.platform.map.SchemaDerivation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped SDL as files, as a map and as the schema that clients see. */
final class Sdl {

    static final Path REPOSITORY = Path.of("").toAbsolutePath();

    private static final GraphQLSchema SCHEMA = derived();

    private Sdl() {}

    static TypeDefinitionRegistry files(Path root) {
        TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
        for (Path file : filesUnder(root.resolve("schema/graphql"))) {
            registry.merge(new SchemaParser().parse(file.toFile()));
        }
        return registry;
    }

    static GraphMap map() {
        return GraphMapReader.read(files(REPOSITORY));
    }

    /** With connections, filters and all else that is derived; without the server's directives. */
    static GraphQLSchema schema() {
        return SCHEMA;
    }

    static String printed() {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeDirectiveDefinitions(false))
                .print(SCHEMA);
    }

    /** The files of a folder in the order of their paths; none when the folder is not there. */
    static List<Path> filesUnder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GraphQLSchema derived() {
        TypeDefinitionRegistry registry = files(REPOSITORY);
        SchemaDerivation.derive(registry, GraphMapReader.read(registry));
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(registry);
    }
}
