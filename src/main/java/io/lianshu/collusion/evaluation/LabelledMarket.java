package io.lianshu.collusion.evaluation;

import io.lianshu.collusion.core.Market;
import io.lianshu.collusion.core.MarketBuilder;
import io.lianshu.collusion.core.Offer;
import io.lianshu.exchange.CsvSource;
import io.lianshu.exchange.RowSource;
import io.lianshu.exchange.mapping.Fault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A market whose colluding lots and firms are known: a file {@code DB_Collusion_<name>_processed.csv} of García Rodríguez and
 * others, Automation in Construction 133 (2022) 104047. {@code Collusive_competitor} speaks of the tender,
 * {@code Collusive_competitor_original} of the bid.
 */
final class LabelledMarket {

    /** Published columns that are conformant when the same definition is meant. */
    static final List<String> PUBLISHED = List.of("CV", "SPD", "DIFFP", "RD", "SKEW", "KURT", "KSTEST");

    private static final double SECONDS_FROM = 1e8;
    private static final double SECONDS_A_DAY = 86_400;

    private final String name;
    private final Market market;
    private final Set<String> lots = new HashSet<>();
    private final Set<String> firms = new HashSet<>();
    private final Map<String, double[]> published = new HashMap<>();

    private LabelledMarket(String name, Path file) {
        this.name = name;
        CsvSource source = CsvSource.of(file, null, ',');
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < source.header().size(); i++) {
            places.put(source.header().get(i), i);
        }
        MarketBuilder builder = new MarketBuilder(oddity -> {});
        source.read(new RowSource.Sink() {
            @Override
            public void row(long line, String[] cells) {
                take(new Row(places, List.of(cells)), line, builder);
            }

            @Override
            public void broken(long line, Fault fault) {
                throw new IllegalArgumentException(file + ", line " + line + ": " + fault.english());
            }

            @Override
            public void progress(double part) {
                // A short file.
            }
        });
        this.market = builder.build();
    }

    static LabelledMarket of(Path file) {
        String name = String.valueOf(file.getFileName())
                .replace("DB_Collusion_", "")
                .replace("_processed.csv", "")
                .replace('_', ' ');
        return new LabelledMarket(name, file);
    }

    /** The cells of a line by their columns. */
    private record Row(Map<String, Integer> places, List<String> cells) {

        @Nullable
        String text(String column) {
            Integer place = places.get(column);
            String cell = place == null ? "" : cells.get(place).strip();
            return cell.isEmpty() ? null : cell;
        }

        double number(String column) {
            String text = text(column);
            return text == null ? Double.NaN : Double.parseDouble(text);
        }
    }

    private void take(Row row, long line, MarketBuilder builder) {
        String lot = String.valueOf(row.text("Tender"));
        String firm = row.text("Competitors");
        builder.add(new Offer(
                line,
                lot,
                firm,
                row.number("Bid_value"),
                null,
                date(row.number("Date")),
                row.text("Contract_type"),
                row.text("Brazilian State"),
                null,
                row.number("Winner") == 1,
                true));
        if (row.number("Collusive_competitor") == 1) {
            lots.add(lot);
        }
        if (firm != null && row.number("Collusive_competitor_original") == 1) {
            firms.add(firm);
        }
        published.computeIfAbsent(
                lot, fresh -> PUBLISHED.stream().mapToDouble(row::number).toArray());
    }

    private static @Nullable LocalDate date(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return LocalDate.ofEpochDay((long) (value > SECONDS_FROM ? value / SECONDS_A_DAY : value));
    }

    String name() {
        return name;
    }

    Market market() {
        return market;
    }

    boolean isRigged(int lot) {
        return lots.contains(market.lot(lot));
    }

    boolean isMember(int firm) {
        return firms.contains(market.firm(firm));
    }

    /** Whether anybody is labelled. */
    boolean hasMembers() {
        return !firms.isEmpty();
    }

    /** The values of {@link #PUBLISHED} that were published of a lot. */
    double[] published(int lot) {
        return published.getOrDefault(market.lot(lot), new double[PUBLISHED.size()]);
    }
}
