package io.lianshu.platform.read;

import io.lianshu.engine.TestEngine;
import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.summary.ProfiledPlan;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Listens at the driver of a hub under test: which compiled statements it sends, and what each costs the database. */
public final class StatementWatch implements BeanPostProcessor {

    private SentStatements sent = new SentStatements(TestEngine.driver());

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof Driver driver) {
            sent = new SentStatements(driver);
            return sent.driver();
        }
        return bean;
    }

    /** What was sent since the last call for clients; what the hub asks for itself knows no viewer. */
    public List<Query> take() {
        return sent.take().stream()
                .filter(query -> query.parameters().containsKey("viewer"))
                .toList();
    }

    /** Planned from the counts of the graph as it is now, not from those of an earlier test. */
    public static void forgetPlans() {
        try (var session = TestEngine.driver().session()) {
            session.run("CALL db.prepareForReplanning(120)").consume();
        }
    }

    /** The database hits of the statement, run once more with the very parameters that were sent. */
    public static long hits(Query query) {
        try (var session = TestEngine.driver().session()) {
            return hits(session.run(new Query("PROFILE " + query.text(), query.parameters()))
                    .consume()
                    .profile());
        }
    }

    private static long hits(ProfiledPlan plan) {
        return plan.dbHits()
                + plan.children().stream().mapToLong(StatementWatch::hits).sum();
    }
}
