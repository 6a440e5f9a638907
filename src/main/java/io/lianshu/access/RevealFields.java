package io.lianshu.access;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.graph.WaitingThreads;
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
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

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
        if (!viewer.hasAnyOf(BY)) {
            throw new Refusal(
                    "NOT_ALLOWED",
                    Refusal.Kind.FORBIDDEN,
                    MUTATION,
                    MUTATION + "：只有办案人员可以查看原值",
                    MUTATION + ": only a case officer may see the value itself");
        }
        Map<String, Object> input = Objects.requireNonNull(environment.getArgument("input"));
        String key = String.valueOf(input.get("clientMutationId"));
        String reason = String.valueOf(input.get("reason")).strip();
        // Dots and invisible signs are no reason.
        long words = reason.codePoints().filter(Character::isLetterOrDigit).count();
        if (words < SHORTEST_REASON
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            return CompletableFuture.completedFuture(answer(reason(), viewer, key));
        }
        return threads.run(() -> {
            try {
                String value = graph.value(
                        String.valueOf(input.get("node")), String.valueOf(input.get("field")), reason, viewer);
                return new Answer(value, List.of(), key);
            } catch (Refusal e) {
                return answer(e, viewer, key);
            }
        });
    }

    private static Answer answer(Refusal refusal, Viewer viewer, String key) {
        if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
            throw refusal;
        }
        return new Answer(null, List.of(refusal.typed(viewer.speaksEnglish())), key);
    }

    private static Refusal reason() {
        return Refusal.badInput(
                "BAD_REASON",
                "reason",
                "reason：请写明事由，至少 5 个字，最多 500 个字符",
                "reason: say why in at least 5 letters and at most 500 characters");
    }
}
