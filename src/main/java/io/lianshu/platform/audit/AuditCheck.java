package io.lianshu.platform.audit;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/** Walks the whole chain and finds the first place where it is not what was written. */
@OwnsItsThread
public final class AuditCheck {

    private static final int PAGE = 5_000;
    private static final String EVENTS = CypherCatalog.statement("platform", "audit-events");
    private static final String END = CypherCatalog.statement("platform", "audit-end");

    private final Driver driver;
    private final SessionConfig session;
    private final AuditSeal seal;

    AuditCheck(Driver driver, SessionConfig session, AuditSeal seal) {
        this.driver = driver;
        this.session = session;
        this.seal = seal;
    }

    /**
     * What came of a walk.
     *
     * @param events that are in order, from the first on
     * @param hash of the last of them; empty when there is none
     * @param breach where the chain breaks first, or null when it is whole
     */
    public record Result(long events, String hash, @Nullable Breach breach) {}

    /**
     * A place where the chain breaks.
     *
     * @param number of the event there
     */
    public record Breach(long number, Fault fault) {}

    /** What may be wrong with an event. */
    public enum Fault {
        /** It is not what was written. */
        ALTERED,
        /** It is not there, while later ones or the chain's end are. */
        MISSING,
        /** It stands behind the chain's end, or has another's place. */
        ADDED
    }

    /** Walks from the first event to the last. */
    public Result walk() {
        long number = 0;
        String hash = "";
        try (Session opened = driver.session(session)) {
            Record end = opened.run(END).single();
            long last = end.get("number").asLong();
            while (true) {
                List<Record> page = opened.run(EVENTS, Map.of("after", number, "first", PAGE))
                        .list();
                for (Record event : page) {
                    long found = event.get("number").asLong();
                    if (found != number + 1) {
                        return new Result(number, hash, new Breach(number + 1, Fault.MISSING));
                    }
                    if (found > last) {
                        return new Result(number, hash, new Breach(found, Fault.ADDED));
                    }
                    String expected = seal.of(found, entry(event), hash);
                    boolean own = AuditTrail.id(found).equals(event.get("id").asString(""));
                    if (!own || !expected.equals(event.get("hash").asString(""))) {
                        return new Result(number, hash, new Breach(found, Fault.ALTERED));
                    }
                    number = found;
                    hash = expected;
                }
                if (page.size() < PAGE) {
                    return ended(number, hash, end);
                }
            }
        }
    }

    private static Result ended(long number, String hash, Record end) {
        if (number < end.get("number").asLong()) {
            return new Result(number, hash, new Breach(number + 1, Fault.MISSING));
        }
        return hash.equals(end.get("hash").asString(""))
                ? new Result(number, hash, null)
                : new Result(number, hash, new Breach(number, Fault.ALTERED));
    }

    private static AuditEntry entry(Record event) {
        String action = event.get("action").asString("");
        return new AuditEntry(
                event.get("at").asZonedDateTime(),
                action.isEmpty() ? AuditAction.COMMAND : AuditAction.valueOf(action),
                event.get("by").asString(""),
                event.get("roles").asString(""),
                event.get("command").asString(null),
                event.get("subject").asString(null),
                event.get("reason").asString(null),
                event.get("details").asString(null));
    }
}
