package io.lianshu.collusion;

import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.MarketBuilder;
import io.lianshu.collusion.core.Oddity;
import io.lianshu.collusion.core.Offer;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the bids of opened lots, and never of others. A bid is its tenderer's, and a consortium's that of its leader: members
 * make no offers of their own. It won when the standing award went to any of them.
 */
@Component
@OwnsItsThread
final class OpenedBidsGraph {

    private static final String LOTS = CypherCatalog.statement("collusion", "opened-lots");
    private static final String UNSCREENED = CypherCatalog.statement("collusion", "unscreened-lots");
    private static final String BIDS = CypherCatalog.statement("collusion", "bids-of-lots");
    private static final int LOTS_AT_ONCE = 1_000;
    private static final int MOST_UNSCREENED = 200;
    private static final String USUAL_CURRENCY = "CNY";

    private final Driver driver;
    private final SessionConfig session;

    OpenedBidsGraph(Driver driver, SessionConfig session) {
        this.driver = driver;
        this.session = session;
    }

    /** All of them. */
    OpenedBids all(ZonedDateTime now) {
        try (Session opened = driver.session(session)) {
            List<String> lots = lots(opened, LOTS, Map.of("now", now));
            return of(opened, lots, now);
        }
    }

    /** Those of lots that a run has no screens of, the lot opened last first; of each lot by itself. */
    List<OpenedBids> unscreened(String run, ZonedDateTime now) {
        try (Session opened = driver.session(session)) {
            Map<String, Object> asked = Map.of("run", run, "now", now, "most", MOST_UNSCREENED);
            return lots(opened, UNSCREENED, asked).stream()
                    .map(lot -> of(opened, List.of(lot), now))
                    .filter(bids -> bids.market().lots() > 0)
                    .toList();
        }
    }

    private static List<String> lots(Session opened, String statement, Map<String, Object> parameters) {
        return opened.executeRead(transaction -> transaction
                .run(statement, parameters)
                .list(row -> row.get("lot").asString()));
    }

    private static OpenedBids of(Session opened, List<String> lots, ZonedDateTime now) {
        Map<Oddity.Kind, Integer> oddities = new EnumMap<>(Oddity.Kind.class);
        MarketBuilder market = new MarketBuilder(oddity -> oddities.merge(oddity.kind(), 1, Integer::sum));
        Map<String, String> names = new HashMap<>();
        MessageDigest digest = Sha256.begin();
        feed(digest, Stream.of(Analysis.FORMULA));
        for (int from = 0; from < lots.size(); from += LOTS_AT_ONCE) {
            List<String> some = lots.subList(from, Math.min(lots.size(), from + LOTS_AT_ONCE));
            // In no retried transaction: what was read before a failure would be added again.
            opened.run(BIDS, Map.of("lots", some, "now", now)).forEachRemaining(reading(market, names, digest, now));
        }
        return new OpenedBids(market.build(), HexFormat.of().formatHex(digest.digest()), names, oddities);
    }

    private static Consumer<Record> reading(
            MarketBuilder market, Map<String, String> names, MessageDigest digest, ZonedDateTime now) {
        return row -> {
            Offer offer = offer(market.rows() + 1L, row, now);
            String name = text(row, "name");
            if (offer.bidder() != null && name != null) {
                names.put(offer.bidder(), name);
            }
            feed(
                    digest,
                    Stream.of(
                            offer.lot(),
                            offer.bidder(),
                            name,
                            offer.price(),
                            offer.currency(),
                            offer.date(),
                            offer.category(),
                            offer.region(),
                            offer.buyer(),
                            offer.won(),
                            offer.valid()));
            market.add(offer);
        };
    }

    private static void feed(MessageDigest digest, Stream<@Nullable Object> values) {
        String line = values.map(String::valueOf).collect(Collectors.joining("\t", "", "\n"));
        digest.update(line.getBytes(StandardCharsets.UTF_8));
    }

    private static Offer offer(long place, Record row, ZonedDateTime now) {
        String currency = text(row, "currency");
        Value price = row.get("price");
        Value won = row.get("won");
        return new Offer(
                place,
                row.get("lot").asString(),
                text(row, "bidder"),
                price.isNull() || price.asLong() <= 0 ? Double.NaN : price.asLong() / 100.0,
                currency == null ? USUAL_CURRENCY : currency,
                row.get("openedAt")
                        .asZonedDateTime()
                        .withZoneSameInstant(now.getZone())
                        .toLocalDate(),
                category(row),
                text(row, "region"),
                text(row, "buyer"),
                won.isNull() ? null : won.asBoolean(),
                row.get("valid").asBoolean());
    }

    /** Who builds does not supervise: what is bought, and for which part of the project, makes one trade. */
    private static @Nullable String category(Record row) {
        String category = text(row, "category");
        String phase = text(row, "phase");
        return category == null || phase == null ? category == null ? phase : category : category + "/" + phase;
    }

    private static @Nullable String text(Record row, String column) {
        return row.get(column).asString(null);
    }
}
