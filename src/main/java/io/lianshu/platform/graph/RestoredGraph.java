package io.lianshu.platform.graph;

import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;

/** Makes a graph that was restored fit to be asked, once. */
@OwnsItsThread
final class RestoredGraph {

    private final Driver driver;
    private final SessionConfig session;
    private final GraphServer server;

    RestoredGraph(Driver driver, SessionConfig session, GraphServer server) {
        this.driver = driver;
        this.session = session;
        this.server = server;
    }

    void dealWith(List<AfterRestore> acts) {
        server.restored().ifPresent(restored -> {
            try (Session opened = driver.session(session);
                    Transaction transaction = opened.beginTransaction()) {
                acts.forEach(act -> act.carryOut(transaction, restored));
                transaction.commit();
            }
            server.forgetRestored();
        });
    }
}
