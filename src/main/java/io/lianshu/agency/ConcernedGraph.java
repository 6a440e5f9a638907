package io.lianshu.agency;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Transaction;

/** Whom something about a project concerns: its owners, and those who serve it. */
@OwnsItsThread
final class ConcernedGraph {

    private static final String CONCERNED_STATEMENT = CypherCatalog.statement("agency", "concerned");
    private static final String SERVING_STATEMENT = CypherCatalog.statement("agency", "serving");

    private ConcernedGraph() {}

    /** Ids of companies and people; none without a project. */
    static List<String> by(@Nullable String project, ZonedDateTime now, Transaction transaction) {
        return ids(CONCERNED_STATEMENT, project, now, transaction);
    }

    /** Ids of the people who serve it, for what is the office's own and no owner sees; none without a project. */
    static List<String> serving(@Nullable String project, ZonedDateTime now, Transaction transaction) {
        return ids(SERVING_STATEMENT, project, now, transaction);
    }

    private static List<String> ids(
            String statement, @Nullable String project, ZonedDateTime now, Transaction transaction) {
        return project == null
                ? List.of()
                : transaction
                        .run(statement, Map.of("project", project, "now", now))
                        .list(row -> row.get("id").asString());
    }
}
