package io.lianshu.platform.feed;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import graphql.schema.idl.RuntimeWiring;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.read.PayloadReads;
import io.lianshu.platform.viewer.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

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
    private final FeedSubscriptions subscriptions;
    private final Concerns concerns;

    WorkFields(GraphMap map, CodeLists codes, PayloadReads reads, FeedSubscriptions subscriptions, Concerns concerns) {
        this.map = map;
        this.codes = codes;
        this.reads = reads;
        this.subscriptions = subscriptions;
        this.concerns = concerns;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        subscriptions.wire(wiring, FIELD, UPDATE, environment -> {
            Concern.required(FeedSubscriptions.viewer(environment));
            check(environment);
            return concerns;
        });
        wiring.type(
                UPDATE,
                update -> update.dataFetcher("kind", field -> kind(FeedSubscriptions.of(field)))
                        .dataFetcher(SUBJECT, this::subject)
                        .dataFetcher(VIEWER, this::person));
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

    private Map<String, String> kind(FeedUpdate update) {
        String code = update.entry().kind();
        return Map.of(
                "code", code, "label", codes.label(KINDS, code, update.viewer().speaksEnglish()));
    }

    private @Nullable CompletableFuture<Object> subject(DataFetchingEnvironment field) {
        FeedUpdate update = FeedSubscriptions.of(field);
        String id = update.entry().subject();
        NodeType type = NodeId.isWellFormed(id) ? map.ofKind(NodeId.kindOf(id)) : null;
        return type == null ? null : reads.read(field, type.name(), id, update.viewer());
    }

    private @Nullable CompletableFuture<Object> person(DataFetchingEnvironment field) {
        Viewer viewer = FeedSubscriptions.of(field).viewer();
        String id = viewer.personId();
        return id == null ? null : reads.read(field, PERSON, id, viewer);
    }
}
