package io.lianshu.attachment;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.GraphReadiness;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.viewer.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.RetryableException;
import org.springframework.stereotype.Component;

/** Writes uploads into the graph, each with its event, and takes out those that nothing was made of. */
@Component
@OwnsItsThread
final class AttachmentGraph {

    private static final String ADD = CypherCatalog.statement("attachment", "add-attachment");
    private static final String KNOWN = CypherCatalog.statement("attachment", "known-object");
    private static final String UNATTACHED = CypherCatalog.statement("attachment", "unattached");
    private static final String REMOVE = CypherCatalog.statement("attachment", "remove-unattached");
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 4;

    private final Driver driver;
    private final SessionConfig session;
    private final GraphReadiness readiness;
    private final AuditTrail audit;
    private final Clock clock;

    AttachmentGraph(Driver driver, SessionConfig session, GraphReadiness readiness, AuditTrail audit, Clock clock) {
        this.driver = driver;
        this.session = session;
        this.readiness = readiness;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds an upload, or finds what came of the same one before.
     *
     * @param upload what makes an upload the same: who sent it and what the client called it
     * @param received hash of the bytes as they came
     * @return as the graph has it now; its key is another one when it was there before
     * @throws AttachmentRefused when the person is not there, or the same name was given to other bytes
     */
    StoredAttachment add(StoredAttachment attachment, String upload, String received, Viewer viewer) {
        readiness.check();
        ZonedDateTime now = now();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", attachment.id());
        values.put("objectKey", attachment.objectKey());
        values.put("name", attachment.name());
        values.put("mime", attachment.mime());
        values.put("size", attachment.size());
        values.put("sha256", attachment.sha256());
        values.put("width", attachment.width());
        values.put("height", attachment.height());
        values.put("takenAt", attachment.takenAt());
        values.put("received", received);
        values.put("uploadedAt", now);
        values.put("createdAt", now);
        values.put("updatedAt", now);
        Map<String, Object> parameters =
                Map.of("person", String.valueOf(viewer.personId()), "upload", upload, "values", values);
        return inTransaction(transaction -> {
            List<Record> found = transaction.run(ADD, parameters).list();
            if (found.isEmpty()) {
                throw AttachmentRefused.noPerson();
            }
            Record row = found.get(0);
            Value kept = row.get("kept");
            if (!row.get("fresh").asBoolean()) {
                if (!kept.get("received").asString("").equals(received)) {
                    throw AttachmentRefused.reused();
                }
                return stored(kept);
            }
            audit.append(
                    transaction,
                    new AuditEntry(
                            now,
                            AuditAction.COMMAND,
                            viewer.name(),
                            viewer.rights(),
                            "uploadAttachment",
                            attachment.id(),
                            null,
                            attachment.mime() + ", " + attachment.size() + " bytes"));
            transaction.commit();
            return attachment;
        });
    }

    private static StoredAttachment stored(Value kept) {
        return new StoredAttachment(
                kept.get("id").asString(),
                kept.get("objectKey").asString(),
                kept.get("name").asString(""),
                kept.get("mime").asString(""),
                kept.get("size").asLong(),
                kept.get("sha256").asString(""),
                kept.get("width").isNull() ? null : kept.get("width").asInt(),
                kept.get("height").isNull() ? null : kept.get("height").asInt(),
                kept.get("takenAt").isNull() ? null : kept.get("takenAt").asZonedDateTime());
    }

    /** Whether any node has an object's key. */
    boolean knows(String key) {
        readiness.check();
        return inTransaction(transaction ->
                transaction.run(KNOWN, Map.of("key", key)).single().get("known").asBoolean());
    }

    /** Keys of uploads that nothing was made of for so long, some of them. */
    List<String> unattached(Duration kept, int most) {
        readiness.check();
        return inTransaction(transaction -> transaction
                .run(UNATTACHED, Map.of("before", now().minus(kept), "most", most))
                .list(row -> row.get("key").asString()));
    }

    /** Removes those of the uploads to which nothing was made of even now; their keys. */
    List<String> remove(List<String> keys) {
        readiness.check();
        ZonedDateTime now = now();
        return inTransaction(transaction -> {
            List<String> removed = transaction
                    .run(REMOVE, Map.of("keys", keys, "now", now))
                    .list(row -> row.get("key").asString());
            if (!removed.isEmpty()) {
                audit.append(
                        transaction,
                        new AuditEntry(
                                now,
                                AuditAction.RETENTION,
                                AuditEntry.HUB,
                                "",
                                "removeUnattached",
                                null,
                                null,
                                removed.size() + " Attachment"));
                transaction.commit();
            }
            return removed;
        });
    }

    /** What the work does is undone unless it commits. */
    private <T> T inTransaction(Function<Transaction, T> work) {
        TransactionConfig config =
                TransactionConfig.builder().withTimeout(TIMEOUT).build();
        for (int attempt = 1; ; attempt++) {
            try (Session opened = driver.session(session);
                    Transaction transaction = opened.beginTransaction(config)) {
                return work.apply(transaction);
            } catch (RuntimeException e) {
                if (!(e instanceof RetryableException) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
