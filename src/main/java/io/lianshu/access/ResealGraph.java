package io.lianshu.access;

import io.lianshu.platform.audit.AuditAction;
import io.lianshu.platform.audit.AuditEntry;
import io.lianshu.platform.audit.AuditTrail;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.secret.KeyRing;
import io.lianshu.platform.secret.Sealer;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Seals whatever older keys have sealed anew with the current one: fields, those of merged nodes, and the history. */
@Component
@OwnsItsThread
final class ResealGraph {

    private static final String VALUES_STATEMENT = CypherCatalog.statement("access", "sealed-values");
    private static final String RESEAL_STATEMENT = CypherCatalog.statement("access", "reseal");
    private static final String CHANGES_STATEMENT = CypherCatalog.statement("access", "sealed-changes");
    private static final String RESEAL_CHANGES_STATEMENT = CypherCatalog.statement("access", "reseal-changes");

    private static final int PAGE = 2_000;
    private static final String MERGED = "Merged";
    private static final String MARK = "=";

    private final Driver driver;
    private final SessionConfig session;
    private final GraphMap map;
    private final KeyRing keys;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final Clock clock;

    ResealGraph(
            Driver driver,
            SessionConfig session,
            GraphMap map,
            KeyRing keys,
            Sealer sealer,
            AuditTrail audit,
            Clock clock) {
        this.driver = driver;
        this.session = session;
        this.map = map;
        this.keys = keys;
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param resealed values and changes that the current key seals now
     * @param unreadable those that no key opens; they stay as they are
     */
    record Result(long resealed, long unreadable) {

        Result plus(Result other) {
            return new Result(resealed + other.resealed, unreadable + other.unreadable);
        }
    }

    Result reseal() {
        Result all = new Result(0, 0);
        for (Place place : places()) {
            all = all.plus(values(place));
        }
        return all.plus(changes());
    }

    void tell(String details) {
        audit.append(new AuditEntry(
                ZonedDateTime.now(clock), AuditAction.KEYS, AuditEntry.COMMAND_LINE, "", "keys", null, null, details));
    }

    private record Place(String label, String property) {}

    /** Every sealed field under its type's label, and under that of merged nodes. */
    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        Set<String> properties = new TreeSet<>();
        map.nodeTypes()
                .forEach(type -> type.fields().values().stream()
                        .filter(field -> field instanceof PropertyField property
                                && property.secrecy().sealed())
                        .map(field -> ((PropertyField) field).property() + "Enc")
                        .forEach(property -> {
                            places.add(new Place(type.label(), property));
                            properties.add(property);
                        }));
        properties.forEach(property -> places.add(new Place(MERGED, property)));
        // No field shows it, so the map does not know it.
        places.add(new Place("WechatUser", "openidEnc"));
        return places;
    }

    private String current() {
        return Sealer.beginning(keys.current());
    }

    private Result values(Place place) {
        Result all = new Result(0, 0);
        String after = "";
        try (Session opened = driver.session(session)) {
            while (true) {
                Map<String, Object> asked = Map.of(
                        "label",
                        place.label(),
                        "property",
                        place.property(),
                        "current",
                        current(),
                        "after",
                        after,
                        "first",
                        PAGE);
                List<Record> page = opened.run(VALUES_STATEMENT, asked).list();
                if (page.isEmpty()) {
                    return all;
                }
                after = page.get(page.size() - 1).get("id").asString();
                List<Map<String, Object>> rows = new ArrayList<>();
                for (Record row : page) {
                    String old = row.get("sealed").asString();
                    String plain = sealer.open(old);
                    if (!plain.equals(Sealer.UNREADABLE)) {
                        rows.add(Map.of("id", row.get("id").asString(), "old", old, "new", sealer.seal(plain)));
                    }
                }
                Map<String, Object> written =
                        Map.of("label", place.label(), "property", place.property(), "rows", rows);
                long done = opened.executeWrite(transaction -> transaction
                        .run(RESEAL_STATEMENT, written)
                        .single()
                        .get("resealed")
                        .asLong());
                all = all.plus(new Result(done, page.size() - rows.size()));
            }
        }
    }

    private Result changes() {
        Result all = new Result(0, 0);
        Pattern old = Pattern.compile(MARK + Sealer.byOthers(keys.current()));
        try (Session opened = driver.session(session)) {
            while (true) {
                Map<String, Object> asked = Map.of("old", old.pattern(), "first", PAGE);
                List<Record> page = opened.run(CHANGES_STATEMENT, asked).list();
                List<Map<String, Object>> rows = new ArrayList<>();
                for (Record row : page) {
                    List<String> before = anew(row.get("before"), old);
                    List<String> now = anew(row.get("after"), old);
                    if (Stream.concat(before.stream(), now.stream())
                            .noneMatch(text -> old.matcher(text).matches())) {
                        rows.add(Map.of("id", row.get("id").asString(), "before", before, "after", now));
                    }
                }
                if (rows.isEmpty()) {
                    return all.plus(new Result(0, page.size()));
                }
                long done = opened.executeWrite(transaction -> transaction
                        .run(RESEAL_CHANGES_STATEMENT, Map.of("rows", rows))
                        .single()
                        .get("resealed")
                        .asLong());
                all = all.plus(new Result(done, 0));
            }
        }
    }

    /** The texts of a change, those that are sealed under the current key where they can be opened. */
    private List<String> anew(Value texts, Pattern old) {
        return texts.asList(Value::asString).stream()
                .map(text -> {
                    String plain = old.matcher(text).matches()
                            ? sealer.open(text.substring(MARK.length()))
                            : Sealer.UNREADABLE;
                    return plain.equals(Sealer.UNREADABLE) ? text : MARK + sealer.seal(plain);
                })
                .toList();
    }
}
