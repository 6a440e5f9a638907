package io.lianshu.platform.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.execution.ResultPath;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.RootField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.Visibility;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a root field: compiles its selection into one statement, or finds it compiled, runs it and completes the
 * answer in the response's shape.
 */
public final class ReadEngine {

    private static final Logger LOG = LoggerFactory.getLogger(ReadEngine.class);

    private static final String SEALED_CONDITIONS = "lianshu.sealed-conditions";

    /** No variable of a document is named so. */
    private static final String PAYLOAD_ID = "payload.id";

    private final ReadModel model;
    private final ReadGraph graph;
    private final Cache<Key, CompiledRead> compiled;
    private final Counter compilations;

    /**
     * What a compilation depends on.
     *
     * @param operation the parsed operation, one object for each cached document
     * @param key the root field's response key, or a payload's and its field's
     * @param structure of the variables
     * @param kinds kinds of the ids among the field's arguments
     * @param rights of the viewer
     */
    private record Key(OperationDefinition operation, String key, String structure, String kinds, String rights) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && operation == that.operation
                    && key.equals(that.key)
                    && structure.equals(that.structure)
                    && kinds.equals(that.kinds)
                    && rights.equals(that.rights);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(operation) * 31
                    + key.hashCode()
                    + structure.hashCode()
                    + kinds.hashCode()
                    + rights.hashCode();
        }
    }

    ReadEngine(ReadModel model, ReadGraph graph, MeterRegistry meters) {
        this.model = model;
        this.graph = graph;
        this.compiled = Caffeine.newBuilder()
                .maximumSize(model.settings().cachedStatements())
                .build();
        this.compilations = Counter.builder("lianshu.read.compilations")
                .description("Statements compiled because none was cached for the document")
                .register(meters);
    }

    /** The completed value of a root field, or an exceptional future whose cause is a refusal. */
    CompletableFuture<Object> read(DataFetchingEnvironment environment) {
        Viewer viewer = environment.getGraphQlContext().getOrDefault(Viewer.KEY, Viewer.PUBLIC);
        MapField root = Objects.requireNonNull(
                model.map().roots().get(environment.getField().getName()));
        Map<String, Object> variables = environment.getVariables();
        String key = environment.getMergedField().getResultKey();
        CompiledRead read = compiledFor(environment, viewer, root, key, () -> root(environment), variables);
        countSealed(read, environment);
        return run(read, variables, viewer, environment);
    }

    /** The node of a command's payload, or of an event, as the viewer may see it, in the shape of the payload's field. */
    CompletableFuture<Object> readPayload(DataFetchingEnvironment environment, String type, String id, Viewer viewer) {
        Map<String, Object> variables = withId(environment.getVariables(), id);
        SelectedField field = payload(root(environment));
        String key = environment.getExecutionStepInfo().getParent().getResultKey() + "/" + field.key() + "/" + type;
        CompiledRead read = compiledFor(environment, viewer, payloadRoot(field, type), key, () -> field, variables);
        return run(read, variables, viewer, environment);
    }

    /**
     * Refuses a mutation before it runs for what could not be read of its payload afterwards.
     *
     * @param types node type by the payload's field
     */
    void checkPayload(DataFetchingEnvironment mutation, String payload, Map<String, String> types) {
        Viewer viewer = mutation.getGraphQlContext().getOrDefault(Viewer.KEY, Viewer.PUBLIC);
        SelectedField command = root(mutation);
        for (SelectedField selected : selections(mutation).of(payload, command.selections())) {
            String type = types.get(selected.name());
            if (type != null) {
                NodeType node = (NodeType) model.map().type(type);
                Map<String, Object> variables = withId(mutation.getVariables(), NodeId.random(node.kind()));
                SelectedField field = payload(selected);
                String key = command.key() + "/" + field.key() + "/" + type;
                CompiledRead read =
                        compiledFor(mutation, viewer, payloadRoot(field, type), key, () -> field, variables);
                check(read, variables, field.name());
                // What is refused of a payload must not be found out after the write.
                countSealed(read, mutation);
                read.bind(variables, viewer);
            }
        }
    }

    private static Map<String, Object> withId(Map<String, Object> variables, String id) {
        Map<String, Object> result = new LinkedHashMap<>(variables);
        result.put(PAYLOAD_ID, id);
        return result;
    }

    private static SelectedField payload(SelectedField field) {
        return new SelectedField(
                field.key(),
                field.name(),
                field.definition(),
                Map.of("id", new Operand.Variable(PAYLOAD_ID, List.of())),
                field.fields());
    }

    private static MapField payloadRoot(SelectedField field, String type) {
        return new RootField(field.name(), type, Plurality.ONE, false, true, Visibility.EVERYBODY);
    }

    private CompletableFuture<Object> run(
            CompiledRead read, Map<String, Object> variables, Viewer viewer, DataFetchingEnvironment environment) {
        check(read, variables, environment.getField().getName());
        Map<String, @Nullable Object> parameters = read.bind(variables, viewer);
        return graph.run(read, parameters, viewer)
                .thenCompose(value -> complete(read, value, parameters, viewer, environment));
    }

    /** Guesses at sealed values are counted for the whole request, however many fields they are spread over. */
    private static void countSealed(CompiledRead read, DataFetchingEnvironment environment) {
        if (read.sealedConditions() > 0) {
            AtomicInteger tried =
                    environment.getGraphQlContext().computeIfAbsent(SEALED_CONDITIONS, key -> new AtomicInteger());
            if (tried.addAndGet(read.sealedConditions()) > Compilation.MOST_SEALED) {
                throw Compilation.tooManySealed(environment.getField().getName());
            }
        }
    }

    private void check(CompiledRead read, Map<String, Object> variables, String field) {
        long cost = read.cost().in(variables);
        if (cost > model.settings().mostCost()) {
            throw tooCostly(field, cost);
        }
    }

    private CompiledRead compiledFor(
            DataFetchingEnvironment environment,
            Viewer viewer,
            MapField root,
            String path,
            Supplier<SelectedField> field,
            Map<String, Object> variables) {
        OperationDefinition operation = environment.getOperationDefinition();
        Key key = new Key(
                operation,
                path,
                Operands.signature(operation.getVariableDefinitions(), variables, environment.getGraphQLSchema()),
                RootIds.kinds(environment),
                viewer.rights());
        CompiledRead found = compiled.getIfPresent(key);
        if (found == null) {
            Compilation compilation = new Compilation(model, selections(environment), viewer);
            found = new RootCompiler(compilation, root, field.get(), variables).compile();
            compiled.put(key, found);
            compilations.increment();
            LOG.debug("{}: {}", environment.getField().getName(), found.text());
        }
        return found;
    }

    private static Selections selections(DataFetchingEnvironment environment) {
        return new Selections(
                environment.getGraphQLSchema(), environment.getFragmentsByName(), environment.getVariables());
    }

    private static SelectedField root(DataFetchingEnvironment environment) {
        return selections(environment)
                .root(
                        environment.getMergedField().getResultKey(),
                        environment.getFieldDefinition(),
                        environment.getMergedField().getFields());
    }

    private CompletableFuture<Object> complete(
            CompiledRead read,
            Value value,
            Map<String, @Nullable Object> parameters,
            Viewer viewer,
            DataFetchingEnvironment environment) {
        if (!read.shape().isComputed()) {
            return CompletableFuture.completedFuture(
                    completed(read, value, new Completion(viewer, parameters, new Gathering(), checks()), environment));
        }
        Gathering gathering = new Gathering();
        read.shape().gather(value, gathering);
        return gathering
                .compute(viewer)
                .thenApply(done ->
                        completed(read, value, new Completion(viewer, parameters, gathering, checks()), environment));
    }

    private boolean checks() {
        return model.settings().passThrough();
    }

    private Object completed(
            CompiledRead read, Value value, Completion completion, DataFetchingEnvironment environment) {
        Object data = read.shape().complete(value, completion);
        if (data == Shape.BUBBLE) {
            data = null;
        }
        DataFetcherResult.Builder<Object> result = DataFetcherResult.newResult();
        result.data(model.settings().passThrough() ? new PassedThrough(data, read.required()) : data);
        ResultPath root = environment.getExecutionStepInfo().getPath();
        for (List<Object> violation : completion.violations()) {
            result.error(nullHere(environment, root, violation));
        }
        return result.build();
    }

    private static GraphQLError nullHere(DataFetchingEnvironment environment, ResultPath root, List<Object> place) {
        List<Object> path = new ArrayList<>(root.toList());
        path.addAll(place);
        return GraphqlErrorBuilder.newError(environment)
                .path(path)
                .message("The graph has no value where the schema promises one")
                .extensions(Map.of("code", "VALUE_MISSING", "classification", "DataFetchingException"))
                .build();
    }

    private Refusal tooCostly(String field, long cost) {
        long most = model.settings().mostCost();
        return new Refusal(
                "TOO_COSTLY",
                Refusal.Kind.TOO_MUCH,
                field,
                field + "：此查询最多可能读取" + cost + "个节点，上限为" + most + "；请减小 first 或减少嵌套的列表",
                field + ": this may read up to " + cost + " nodes, and at most " + most
                        + " are allowed; ask for smaller pages or fewer nested lists");
    }
}
