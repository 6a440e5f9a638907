package io.lianshu.platform.audit;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.value.ValueException;

/** Walks the whole chain and finds the first place where it is not what was written. */
@OwnsItsThread
public final class AuditCheck {

    private static final int PAGE = 5_000;
    private static final String EVENTS = CypherCatalog.statement("platform", "audit-events");
    private static final String STRAYS = CypherCatalog.statement("platform", "audit-strays");
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

    /** Walks from the first event to the last; events that are appended meanwhile are walked too. */
    public Result walk() {
        return walk(hash -> {});
    }

    /**
     * Walks as {@link #walk()} does.
     *
     * @param seen told the hash of each event that is in order
     */
    public Result walk(Consumer<String> seen) {
        long number = 0;
        String hash = "";
        try (Session opened = driver.session(session)) {
            while (true) {
                // Read before the page, so that whatever it counts is there to be found.
                Record end = opened.run(END).single();
                List<Record> page = opened.run(EVENTS, Map.of("after", number, "first", PAGE))
                        .list();
                if (page.isEmpty()) {
                    boolean strays = opened.run(STRAYS).single().get("strays").asLong() > 0;
                    return strays
                            ? new Result(number, hash, new Breach(number + 1, Fault.ADDED))
                            : ended(number, hash, end);
                }
                for (Record event : page) {
                    long found = event.get("number").asLong();
                    if (found != number + 1) {
                        return new Result(number, hash, new Breach(number + 1, Fault.MISSING));
                    }
                    String expected = expected(event, hash);
                    boolean own = AuditTrail.id(found).equals(event.get("id").asString(""));
                    if (expected == null
                            || !own
                            || !event.get("hash").asString("").equals(expected)) {
                        // Read again: this one may have been appended since.
                        long last = opened.run(END).single().get("number").asLong();
                        Fault fault = found > last ? Fault.ADDED : Fault.ALTERED;
                        return new Result(number, hash, new Breach(found, fault));
                    }
                    number = found;
                    hash = expected;
                    seen.accept(hash);
                }
            }
        }
    }

    private static Result ended(long number, String hash, Record end) {
        long last = end.get("number").asLong();
        if (number != last) {
            Breach breach = number < last ? new Breach(number + 1, Fault.MISSING) : new Breach(last + 1, Fault.ADDED);
            return new Result(Math.min(number, last), hash, breach);
        }
        return hash.equals(end.get("hash").asString(""))
                ? new Result(number, hash, null)
                : new Result(number, hash, new Breach(number, Fault.ALTERED));
    }

    /** The hash that what stands in the event gives; null when no event of ours is like it. */
    private @Nullable String expected(Record event, String before) {
        try {
            return seal.of(event.get("number").asLong(), entry(event), before);
        } catch (ValueException | IllegalArgumentException e) {
            return null;
        }
    }

    private static AuditEntry entry(Record event) {
        return new AuditEntry(
                event.get("at").asZonedDateTime(),
                AuditAction.valueOf(event.get("action").asString("")),
                event.get("by").asString(),
                event.get("roles").asString(),
                event.get("command").asString(null),
                event.get("subject").asString(null),
                event.get("reason").asString(null),
                event.get("details").asString(null));
    }
}
