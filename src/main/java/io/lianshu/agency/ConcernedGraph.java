package io.lianshu.agency;

import io.lianshu.platform.command.CommandCall;
import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;

/** Whom something about a project concerns: its owners, those who serve it, and who is named besides. */
@OwnsItsThread
final class ConcernedGraph {

    private static final String CONCERNED_STATEMENT = CypherCatalog.statement("agency", "concerned");

    private ConcernedGraph() {}

    /** @param besides ids of departments, people and companies; null for none */
    static WorkEvent event(
            WorkKind kind,
            String subject,
            @Nullable String project,
            Collection<@Nullable String> besides,
            CommandCall call,
            Transaction transaction) {
        List<String> audience = new ArrayList<>();
        besides.stream().filter(Objects::nonNull).forEach(audience::add);
        if (project != null) {
            transaction
                    .run(CONCERNED_STATEMENT, Map.of("projects", List.of(project), "now", call.now()))
                    .forEachRemaining(row -> audience.add(row.get("id").asString()));
        }
        return WorkEvent.of(kind, subject, audience);
    }

    static Collection<@Nullable String> besides(@Nullable String... ids) {
        return Stream.of(ids).toList();
    }
}
