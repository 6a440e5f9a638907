package io.lianshu.notify;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.springframework.stereotype.Component;

/** Where people can be reached; all addresses are sealed. */
@Component
@OwnsItsThread
final class ReceiverGraph {

    private static final String EMAIL = CypherCatalog.statement("notify", "email-of-person");
    private static final String WECHAT = CypherCatalog.statement("notify", "wechat-user-to-tell");
    private static final String USE = CypherCatalog.statement("notify", "use-acceptance");

    private final Driver driver;
    private final SessionConfig session;

    ReceiverGraph(Driver driver, SessionConfig session) {
        this.driver = driver;
        this.session = session;
    }

    /** A WeChat user who has accepted a message. */
    record Subscriber(String id, String sealed) {}

    /** Work address of a person, sealed. */
    Optional<String> email(String person) {
        return read(EMAIL, Map.of("person", person))
                .map(row -> row.get("sealed").asString());
    }

    /** Who takes one more message of the kind for a person. */
    Optional<Subscriber> subscriber(String person, DigestKind kind) {
        return read(WECHAT, Map.of("person", person, "kind", accepted(kind)))
                .map(row -> new Subscriber(
                        row.get("id").asString(), row.get("sealed").asString()));
    }

    /** One message that was accepted is sent. */
    void used(Subscriber subscriber, DigestKind kind) {
        use(subscriber, kind, false);
    }

    /** WeChat lets no more messages of the kind be sent to the user. */
    void refused(Subscriber subscriber, DigestKind kind) {
        use(subscriber, kind, true);
    }

    /** The property that counts messages which were accepted. */
    static String accepted(DigestKind kind) {
        return kind == DigestKind.WEEK_VISITS ? "weekVisits" : "overdue";
    }

    private Optional<Record> read(String statement, Map<String, Object> parameters) {
        try (Session opened = driver.session(session)) {
            List<Record> rows = opened.executeRead(
                    transaction -> transaction.run(statement, parameters).list());
            return rows.stream().findFirst();
        }
    }

    private void use(Subscriber subscriber, DigestKind kind, boolean all) {
        try (Session opened = driver.session(session)) {
            opened.executeWriteWithoutResult(transaction -> transaction
                    .run(USE, Map.of("user", subscriber.id(), "kind", accepted(kind), "all", all))
                    .consume());
        }
    }
}
