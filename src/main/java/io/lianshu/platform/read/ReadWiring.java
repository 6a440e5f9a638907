package io.lianshu.platform.read;

import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactories;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.PropertyDataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.AbstractType;
import org.jspecify.annotations.Nullable;

/** Connects root fields to the read engine, and completed answers to whoever completes them again. */
final class ReadWiring {

    private ReadWiring() {}

    static RuntimeWiring of(RuntimeWiring given, GraphMap map, ReadEngine engine) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring(given).strictMode(false);
        DataFetcher<?> read = engine::read;
        wiring.type("Query", type -> {
            map.roots().keySet().forEach(root -> type.dataFetcher(root, read));
            return type;
        });
        for (MapType type : map.types()) {
            if (type instanceof AbstractType) {
                wiring.type(TypeRuntimeWiring.newTypeWiring(type.name()).typeResolver(ReadWiring::typeOf));
            }
        }
        return wiring.codeRegistry(GraphQLCodeRegistry.newCodeRegistry(given.getCodeRegistry())
                        .defaultDataFetcher(DataFetcherFactories.useDataFetcher(ReadWiring::completed))
                        .build())
                .build();
    }

    private static @Nullable GraphQLObjectType typeOf(TypeResolutionEnvironment environment) {
        return environment.getObject() instanceof CompletedObject object
                ? environment.getSchema().getObjectType(object.typeName())
                : null;
    }

    private static @Nullable Object completed(DataFetchingEnvironment environment) throws Exception {
        if (environment.getSource() instanceof CompletedObject object) {
            return object.get(environment.getMergedField().getResultKey());
        }
        return PropertyDataFetcher.fetching(environment.getField().getName()).get(environment);
    }
}
