package io.lianshu.notify;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Deliveries that wait: taken by one hub at a time, and what becomes of each attempt. */
@Component
@OwnsItsThread
final class DeliveryGraph {

    private static final String TO_SEND = CypherCatalog.statement("notify", "deliveries-to-send");
    private static final String CLAIM = CypherCatalog.statement("notify", "claim-delivery");
    private static final String END = CypherCatalog.statement("notify", "end-attempt");
    private static final String GIVE_UP = CypherCatalog.statement("notify", "give-up-deliveries");
    private static final String REMOVE = CypherCatalog.statement("notify", "remove-deliveries");
    private static final int REMOVED_AT_ONCE = 2_000;

    private final Driver driver;
    private final SessionConfig session;

    DeliveryGraph(Driver driver, SessionConfig session) {
        this.driver = driver;
        this.session = session;
    }

    /** Keys of what is to be sent now, the longest waiting first. */
    List<String> toSend(String channel, ZonedDateTime now, int most) {
        try (Session opened = driver.session(session)) {
            return opened.executeRead(transaction -> transaction
                    .run(TO_SEND, Map.of("channel", channel, "now", now, "most", most))
                    .list(row -> row.get("key").asString()));
        }
    }

    /**
     * Takes a delivery before it is sent; nothing when another hub was faster. In no retried transaction: a commit whose answer got
     * lost would count as an attempt that nobody made.
     */
    Optional<Delivery> claim(String key, ZonedDateTime now, ZonedDateTime until) {
        try (Session opened = driver.session(session)) {
            return opened
                    .run(CLAIM, Map.of("key", key, "now", now, "until", until))
                    .list(DeliveryGraph::delivery)
                    .stream()
                    .findFirst();
        }
    }

    void sent(Delivery delivery, ZonedDateTime now) {
        end(delivery, "SENT", now, now);
    }

    void failed(Delivery delivery, ZonedDateTime now) {
        end(delivery, "FAILED", now, now);
    }

    void skipped(Delivery delivery, ZonedDateTime now) {
        end(delivery, "SKIPPED", now, now);
    }

    void again(Delivery delivery, ZonedDateTime nextAt, ZonedDateTime now) {
        end(delivery, "PENDING", nextAt, now);
    }

    private void end(Delivery delivery, String state, ZonedDateTime nextAt, ZonedDateTime now) {
        write(
                END,
                Map.of(
                        "key",
                        delivery.key(),
                        "attempt",
                        delivery.attempt(),
                        "state",
                        state,
                        "nextAt",
                        nextAt,
                        "now",
                        now));
    }

    /** Ends what a hub took for the last time and never answered for, and what nobody waits for any more; how many by channel. */
    Map<String, Long> giveUp(ZonedDateTime now, int attempts) {
        return write(GIVE_UP, Map.of("now", now, "attempts", attempts)).stream()
                .collect(Collectors.toMap(
                        row -> row.get("channel").asString(),
                        row -> row.get("failed").asLong()));
    }

    void remove(ZonedDateTime before) {
        long some;
        do {
            some = write(REMOVE, Map.of("before", before, "most", REMOVED_AT_ONCE))
                    .get(0)
                    .get("removed")
                    .asLong();
        } while (some == REMOVED_AT_ONCE);
    }

    private List<Record> write(String statement, Map<String, Object> parameters) {
        try (Session opened = driver.session(session)) {
            return opened.executeWrite(
                    transaction -> transaction.run(statement, parameters).list());
        }
    }

    private static Delivery delivery(Record row) {
        Value kept = row.get("delivery");
        String title = kept.get("title").asString();
        return new Delivery(
                kept.get("key").asString(),
                kept.get("id").asString(),
                kept.get("attempts").asInt(),
                DigestKind.valueOf(kept.get("kind").asString()),
                kept.get("person").asString(),
                kept.get("employeeNo").asString(null),
                title,
                kept.get("lines").asList(Value::asString),
                new Digest.Brief(
                        kept.get("summary").asString(title),
                        kept.get("things").asLong(0),
                        kept.get("project").asString(""),
                        kept.get("projects").asLong(0)),
                kept.get("createdAt").asOffsetDateTime());
    }
}
