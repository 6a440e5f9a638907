package io.lianshu.platform.read;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeRuntimeWiring;
import io.lianshu.engine.TestEngine;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.GraphSchema;
import io.lianshu.platform.map.MapType.AbstractType;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.neo4j.driver.SessionConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The sample schema three times: compiled and passed through, compiled and walked, and evaluated in memory. */
final class ReadBench {

    /** One answer: its data as JSON, and what its errors say. */
    record Answer(String data, List<String> errorPaths, List<String> codes, List<String> messages) {}

    static final long NO_LIMIT = 1L << 50;

    private static ReadBench shared;

    final GraphSchema schema = SampleSchema.load();
    final CodeLists codes = CodeLists.load();
    final SampleSealer sealer = new SampleSealer();
    final SentStatements sent = new SentStatements(TestEngine.driver());
    final ObjectMapper json = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(CompletedObject.class, new CompletedObjectSerializer()))
            .build();
    final SampleWriter writer = new SampleWriter(schema.map(), sealer);
    final GraphQLSchema clients;
    /** The graph now in the engine. */
    SampleGraph graph;
    /** Cursors of the evaluation in memory to those of the compiled answers, for the graph now in the engine. */
    final Map<String, String> cursors = new HashMap<>();

    private final List<List<Object>> places = new ArrayList<>();
    private final GraphQL passing;
    private final GraphQL walked;
    private final GraphQL naive;

    private ReadBench() {
        passing = compiled(NO_LIMIT, true);
        walked = compiled(NO_LIMIT, false);
        RuntimeWiring.Builder wiring = SampleSchema.scalars();
        schema.map().types().stream()
                .filter(AbstractType.class::isInstance)
                .forEach(type -> wiring.type(TypeRuntimeWiring.newTypeWiring(type.name())
                        .typeResolver(
                                object -> object.getSchema().getObjectType(((SampleNode) object.getObject()).type()))));
        DataFetcher<Object> answer = field ->
                field.getGraphQlContext().<NaiveAnswers>get(NaiveAnswers.class).answer(field);
        wiring.codeRegistry(GraphQLCodeRegistry.newCodeRegistry().defaultDataFetcher(field -> answer));
        clients = new SchemaGenerator().makeExecutableSchema(schema.sdl(), wiring.build());
        naive = GraphQL.newGraphQL(clients).build();
    }

    static synchronized ReadBench shared() {
        if (shared == null) {
            shared = new ReadBench();
        }
        return shared;
    }

    GraphQL compiled(long mostCost, boolean passThrough) {
        ReadSettings settings = new ReadSettings(mostCost, Duration.ofMinutes(2), 100, 100_000, false, passThrough);
        ReadModel model = new ReadModel(
                schema.map(),
                new VisibilityRules(schema.map()),
                SampleComputed.all(),
                List.of(),
                List.of(),
                codes,
                sealer,
                new Cursors(sealer),
                settings);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Clock clock = Clock.fixed(SampleGraph.NOW.toInstant(), ZoneId.of("Asia/Shanghai"));
        ReadEngine engine = new ReadEngine(
                model,
                new ReadGraph(sent.driver(), SessionConfig.defaultConfig(), Optional::empty, clock, settings, meters),
                meters);
        GraphQLSchema executable = new SchemaGenerator()
                .makeExecutableSchema(
                        schema.sdl(), ReadWiring.of(SampleSchema.scalars().build(), schema.map(), engine));
        GraphQL.Builder result =
                GraphQL.newGraphQL(executable).preparsedDocumentProvider(new ParsedDocuments(settings, meters));
        return (passThrough
                        ? result.queryExecutionStrategy(new PassThroughStrategy(refusals()))
                        : result.defaultDataFetcherExceptionHandler(refusals()))
                .build();
    }

    private static DataFetcherExceptionHandler refusals() {
        return thrown -> {
            Throwable cause = thrown.getException();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError(thrown.getDataFetchingEnvironment())
                    .message(String.valueOf(cause));
            Map<String, Object> extensions =
                    cause instanceof Refusal refusal ? refusal.extensions() : Map.of("code", "INTERNAL_ERROR");
            return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(
                            error.extensions(extensions).build())
                    .build());
        };
    }

    /** Puts a graph into the engine. */
    void load(SampleGraph other) {
        graph = other;
        cursors.clear();
        writer.replace(other);
    }

    Answer passedThrough(SampleRequest request) {
        return run(passing, translated(request));
    }

    Answer walked(SampleRequest request) {
        return run(walked, translated(request));
    }

    Answer naive(SampleRequest request) {
        return run(naive, request);
    }

    private SampleRequest translated(SampleRequest request) {
        Map<String, Object> variables = new LinkedHashMap<>(request.variables());
        variables.replaceAll((name, value) -> cursors.getOrDefault(value, "").isEmpty() ? value : cursors.get(value));
        return request.with(variables);
    }

    Answer run(GraphQL server, SampleRequest request) {
        NaiveRules rules = new NaiveRules(schema.map(), graph, request.viewer());
        ExecutionResult result = server.execute(ExecutionInput.newExecutionInput(request.document())
                .variables(request.variables())
                .graphQLContext(context -> {
                    context.put(Viewer.KEY, request.viewer());
                    context.put(NaiveAnswers.class, new NaiveAnswers(rules, codes, places));
                })
                .build());
        List<String> paths = new ArrayList<>();
        List<String> found = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (GraphQLError error : result.getErrors()) {
            paths.add(String.valueOf(error.getPath()));
            Object code =
                    error.getExtensions() == null ? null : error.getExtensions().get("code");
            found.add(String.valueOf(code == null ? error.getErrorType() : code));
            messages.add(error.getMessage());
        }
        paths.sort(null);
        return new Answer(json.writeValueAsString(result.<Object>getData()), paths, found, messages);
    }

    /** The compiled data with every cursor replaced by that of the evaluation in memory, of which it takes note. */
    String withNaiveCursors(String compiled, String evaluated) {
        return json.writeValueAsString(paired(json.readTree(compiled), json.readTree(evaluated)));
    }

    private Object paired(JsonNode compiled, JsonNode evaluated) {
        if (evaluated.isString() && evaluated.asString().startsWith(NaivePage.CURSOR) && compiled.isString()) {
            cursors.put(evaluated.asString(), compiled.asString());
            return evaluated;
        }
        if (compiled.isObject() && evaluated.isObject()) {
            Map<String, Object> result = new LinkedHashMap<>();
            compiled.properties()
                    .forEach(entry -> result.put(
                            entry.getKey(),
                            evaluated.has(entry.getKey())
                                    ? paired(entry.getValue(), evaluated.get(entry.getKey()))
                                    : entry.getValue()));
            return result;
        }
        if (compiled.isArray() && compiled.size() == evaluated.size()) {
            List<Object> result = new ArrayList<>();
            for (int index = 0; index < compiled.size(); index++) {
                result.add(paired(compiled.get(index), evaluated.get(index)));
            }
            return result;
        }
        return compiled;
    }
}
