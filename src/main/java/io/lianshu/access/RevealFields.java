package io.lianshu.access;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.WaitingThreads;
import io.lianshu.platform.refusal.Reasons;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/**
 * The mutation {@code revealIdentifier}. Unlike other commands it is not remembered by the client's key: each call shows the
 * value anew and leaves an event of its own.
 */
@OwnsItsThread
final class RevealFields implements RuntimeWiringConfigurer {

    private static final String MUTATION = "revealIdentifier";
    private static final Set<Role> BY = Set.of(Role.CASE_OFFICER);

    private final RevealGraph graph;
    private final WaitingThreads threads;

    RevealFields(RevealGraph graph, AccessThreads threads) {
        this.graph = graph;
        this.threads = threads.asking();
    }

    /** What the payload's fields are read from. */
    private record Answer(
            @Nullable String value, List<Map<String, @Nullable Object>> refusals, String clientMutationId) {}

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", root -> root.dataFetcher(MUTATION, this::reveal));
    }

    private CompletableFuture<Answer> reveal(DataFetchingEnvironment environment) {
        Viewer viewer = environment.getGraphQlContext().getOrDefault(Viewer.KEY, Viewer.PUBLIC);
        Map<String, Object> input = Objects.requireNonNull(environment.getArgument("input"));
        String node = String.valueOf(input.get("node"));
        if (viewer.roles().isEmpty()) {
            return CompletableFuture.failedFuture(notAllowed());
        }
        return threads.run(() -> {
            if (!viewer.hasAnyOf(BY)) {
                graph.refused(notAllowed(), node, viewer);
                throw notAllowed();
            }
            return revealed(input, node, viewer);
        });
    }

    private Answer revealed(Map<String, Object> input, String node, Viewer viewer) {
        String key = String.valueOf(input.get("clientMutationId"));
        String reason = String.valueOf(input.get("reason")).strip();
        try {
            Refusal unfit = Reasons.refusal(reason);
            if (unfit != null) {
                throw unfit;
            }
            return new Answer(graph.value(node, String.valueOf(input.get("field")), reason, viewer), List.of(), key);
        } catch (Refusal e) {
            if (e.kind() == Refusal.Kind.UNAVAILABLE) {
                throw e;
            }
            graph.refused(e, node, viewer);
            return new Answer(null, List.of(e.typed(viewer.speaksEnglish())), key);
        }
    }

    private static Refusal notAllowed() {
        return new Refusal(
                "NOT_ALLOWED",
                Refusal.Kind.FORBIDDEN,
                MUTATION,
                MUTATION + "：只有办案人员可以查看原值",
                MUTATION + ": only a case officer may see the value itself");
    }
}
