package io.lianshu.demo;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.springframework.stereotype.Repository;

/** What the sample district must know of the graph before it comes in. */
@Repository
@OwnsItsThread
class DemoGraph {

    private static final String HAS_DATA = CypherCatalog.statement("demo", "has-data");

    private final Driver driver;
    private final SessionConfig config;

    DemoGraph(Driver driver, SessionConfig config) {
        this.driver = driver;
        this.config = config;
    }

    /** Whether somebody's data is there already. */
    boolean isUsed() {
        try (Session session = driver.session(config)) {
            return session.executeRead(transaction ->
                    transaction.run(HAS_DATA).single().get("found").asBoolean());
        }
    }
}
