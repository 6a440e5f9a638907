package io.lianshu.platform.feed;

import graphql.execution.SubscriptionExecutionStrategy;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import graphql.schema.idl.RuntimeWiring;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.read.PayloadReads;
import io.lianshu.platform.viewer.Viewer;
import io.lianshu.platform.viewer.ViewerNow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The subscription {@code myWork}: the feed, as far as it concerns the viewer, each event read as the viewer at that moment. */
final class WorkFields implements RuntimeWiringConfigurer {

    static final String FIELD = "myWork";

    private static final String UPDATE = "WorkUpdate";
    private static final String SUBJECT = "subject";
    private static final String VIEWER = "viewer";
    private static final String PERSON = "Person";
    private static final String KINDS = "work-event";

    private final GraphMap map;
    private final CodeLists codes;
    private final PayloadReads reads;
    private final FeedTail tail;
    private final Concerns concerns;
    private final FeedPositions positions;
    private final FeedStreams streams;
    private final Duration memory;

    WorkFields(
            GraphMap map,
            CodeLists codes,
            PayloadReads reads,
            FeedTail tail,
            Concerns concerns,
            FeedPositions positions,
            FeedStreams streams,
            FeedSettings settings) {
        this.map = map;
        this.codes = codes;
        this.reads = reads;
        this.tail = tail;
        this.concerns = concerns;
        this.positions = positions;
        this.streams = streams;
        this.memory = settings.memory().isZero() ? Duration.ofSeconds(1) : settings.memory();
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Subscription",
                root -> root.dataFetcher(FIELD, environment -> {
                    // Reads behind events end in any order; what they belong to goes out in the feed's.
                    environment
                            .getGraphQlContext()
                            .put(SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED, true);
                    return Flux.defer(() -> updates(environment));
                }));
        wiring.type(
                UPDATE,
                update -> update.dataFetcher(
                                "position",
                                field -> positions.of(of(field).entry().seq()))
                        .dataFetcher("kind", field -> kind(of(field)))
                        .dataFetcher("at", field -> of(field).entry().at())
                        .dataFetcher(SUBJECT, this::subject)
                        .dataFetcher(VIEWER, this::person));
    }

    private static WorkUpdate of(DataFetchingEnvironment field) {
        return Objects.requireNonNull(field.getSource());
    }

    private Flux<WorkUpdate> updates(DataFetchingEnvironment environment) {
        Viewer viewer = environment.getGraphQlContext().getOrDefault(Viewer.KEY, Viewer.PUBLIC);
        Concern.required(viewer);
        check(environment);
        String after = environment.getArgument("after");
        Long seq = after == null ? null : positions.seq(after);
        ViewerNow listener = environment.getGraphQlContext().getOrDefault(ViewerNow.KEY, () -> Mono.just(viewer));
        Mono<Concern> concern = concerns.of(listener);
        Flux<WorkUpdate> told = tail.from(seq)
                .concatMap(
                        entry -> concern.filter(now -> now.isOf(entry)).map(now -> new WorkUpdate(entry, now.viewer())),
                        1);
        // Whoever may not listen any more is sent away although nothing happens.
        Flux<WorkUpdate> nothing =
                Flux.interval(memory).onBackpressureDrop().concatMap(tick -> concern.then(Mono.empty()), 1);
        return streams.counted(viewer, Flux.merge(1, told, nothing));
    }

    /** Refuses before the first event what could not be read of any. */
    private void check(DataFetchingEnvironment environment) {
        for (String type : subjects(environment)) {
            reads.check(environment, UPDATE, Map.of(SUBJECT, type));
        }
        reads.check(environment, UPDATE, Map.of(VIEWER, PERSON));
    }

    /** The types of which the selection asks more than every node has. */
    private Set<String> subjects(DataFetchingEnvironment environment) {
        List<SelectedField> fields = environment.getSelectionSet().getFields(SUBJECT + "/*");
        return fields.stream()
                .filter(field ->
                        field.getObjectTypeNames().size() < map.nodeTypes().count())
                .flatMap(field -> field.getObjectTypeNames().stream())
                .filter(type -> map.find(type) instanceof NodeType)
                .collect(Collectors.toSet());
    }

    private Map<String, String> kind(WorkUpdate update) {
        String code = update.entry().kind();
        return Map.of(
                "code", code, "label", codes.label(KINDS, code, update.viewer().speaksEnglish()));
    }

    private @Nullable CompletableFuture<Object> subject(DataFetchingEnvironment field) {
        WorkUpdate update = of(field);
        String id = update.entry().subject();
        NodeType type = NodeId.isWellFormed(id) ? map.ofKind(NodeId.kindOf(id)) : null;
        return type == null ? null : reads.read(field, type.name(), id, update.viewer());
    }

    private @Nullable CompletableFuture<Object> person(DataFetchingEnvironment field) {
        Viewer viewer = of(field).viewer();
        String id = viewer.personId();
        return id == null ? null : reads.read(field, PERSON, id, viewer);
    }
}
