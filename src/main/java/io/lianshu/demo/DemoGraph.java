package io.lianshu.demo;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.springframework.stereotype.Repository;

/** What the sample district must know of the graph before it comes in. */
@Repository
@OwnsItsThread
class DemoGraph {

    private static final String HAS_DATA = CypherCatalog.statement("demo", "has-data");
    private static final String UNFINISHED = CypherCatalog.statement("demo", "unfinished-load");
    private static final String BEGIN = CypherCatalog.statement("demo", "begin-load");
    private static final String END = CypherCatalog.statement("demo", "end-load");

    private final Driver driver;
    private final SessionConfig config;

    DemoGraph(Driver driver, SessionConfig config) {
        this.driver = driver;
        this.config = config;
    }

    /** Whether somebody's data is there already, or a part of a district. */
    boolean isUsed() {
        try (Session session = driver.session(config)) {
            return session.executeRead(transaction ->
                    transaction.run(HAS_DATA).single().get("found").asBoolean());
        }
    }

    /** The district whose loading was interrupted, or null. */
    @Nullable
    Origin unfinished() {
        try (Session session = driver.session(config)) {
            return session.executeRead(transaction -> transaction.run(UNFINISHED).stream()
                    .findFirst()
                    .map(load -> new Origin(
                            load.get("scale").asDouble(),
                            load.get("seed").asLong(),
                            load.get("day").asLocalDate()))
                    .orElse(null));
        }
    }

    /** To be called before the first row: until {@link #end} the district is one that was interrupted. */
    void begin(Origin origin) {
        write(BEGIN, Map.of("scale", origin.scale(), "seed", origin.seed(), "day", origin.day()));
    }

    void end() {
        write(END, Map.of());
    }

    private void write(String statement, Map<String, Object> parameters) {
        try (Session session = driver.session(config)) {
            session.executeWriteWithoutResult(
                    transaction -> transaction.run(statement, parameters).consume());
        }
    }
}
