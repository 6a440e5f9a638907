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
    public void forgetPlans() {
        try (var session = sent.real().session()) {
            session.run("CALL db.prepareForReplanning(120)").consume();
        }
    }

    /** The database hits of the statement, run once more with the very parameters that were sent. */
    public long hits(Query query) {
        try (var session = sent.real().session()) {
            return hits(session.run(new Query("PROFILE " + query.text(), query.parameters()))
                    .consume()
                    .profile());
        }
    }

    /** The operators of a statement with what each costs, when it is run once more. */
    public String plan(Query query) {
        try (var session = sent.real().session()) {
            StringBuilder text = new StringBuilder();
            describe(
                    session.run(new Query("PROFILE " + query.text(), query.parameters()))
                            .consume()
                            .profile(),
                    0,
                    text);
            return text.toString();
        }
    }

    private static void describe(ProfiledPlan plan, int depth, StringBuilder text) {
        text.append("%s%s hits %d rows %d %s%n"
                .formatted(
                        "  ".repeat(depth),
                        plan.operatorType(),
                        plan.dbHits(),
                        plan.records(),
                        plan.arguments().get("Details")));
        plan.children().forEach(child -> describe(child, depth + 1, text));
    }

    private static long hits(ProfiledPlan plan) {
        return plan.dbHits()
                + plan.children().stream().mapToLong(StatementWatch::hits).sum();
    }
}
