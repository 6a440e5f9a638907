package io.lianshu.collusion.casework;

import io.lianshu.platform.command.NodeWrites;
import io.lianshu.platform.command.NodeWrites.Link;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.Viewer;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;

/** Adds links to a chain of custody; the case must be locked. */
@OwnsItsThread
final class CustodyGraph {

    private static final String LAST_STATEMENT = CypherCatalog.statement("collusion", "last-custody");
    private static final String LABEL = "CustodyEvent";

    private CustodyGraph() {}

    /** Of a piece of evidence. */
    static void append(
            String evidence,
            String act,
            Viewer by,
            @Nullable String note,
            String sha256,
            ZonedDateTime now,
            NodeWrites writes,
            Transaction transaction) {
        append(Link.from("HELD_BY", "Evidence", evidence), act, by, note, sha256, now, writes, transaction);
    }

    static void append(
            Link holder,
            String act,
            Viewer by,
            @Nullable String given,
            String sha256,
            ZonedDateTime now,
            NodeWrites writes,
            Transaction transaction) {
        // A line each is hashed.
        String note = given == null ? null : given.replaceAll("\\R", " ");
        Optional<Record> last = last(holder.id(), transaction);
        long number = last.map(row -> row.get("number").asLong()).orElse(0L) + 1;
        String previous = last.map(row -> row.get("hash").asString()).orElse("");
        ZonedDateTime at = now.truncatedTo(ChronoUnit.MILLIS);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("number", number);
        values.put("act", act);
        values.put("at", at);
        values.put("by", by.name());
        values.put("note", note);
        values.put("sha256", sha256);
        values.put("previous", previous);
        values.put("hash", Custody.link(number, act, at, by.name(), note, sha256, previous));
        List<Link> links = new ArrayList<>(List.of(holder));
        if (by.personId() != null) {
            links.add(Link.to("DONE_BY", "Person", by.personId()));
        }
        writes.create(LABEL, NodeId.of("cus", List.of(holder.id(), Long.toString(number))), values, links);
    }

    /** How many links the chain of a piece of evidence has. */
    static int length(String evidence, Transaction transaction) {
        return last(evidence, transaction).map(row -> row.get("number").asInt()).orElse(0);
    }

    private static Optional<Record> last(String holder, Transaction transaction) {
        return transaction.run(LAST_STATEMENT, Map.of("holder", holder)).list().stream()
                .findFirst();
    }
}
