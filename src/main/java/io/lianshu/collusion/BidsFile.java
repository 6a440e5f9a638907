package io.lianshu.collusion;

import io.lianshu.collusion.core.MarketBuilder;
import io.lianshu.collusion.core.Offer;
import io.lianshu.exchange.CsvSource;
import io.lianshu.exchange.RowSource;
import io.lianshu.exchange.mapping.Fault;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table of bids: {@code lot,bidder,price,currency,date,category,region,buyer,estimate,winner,valid}. */
final class BidsFile {

    static final List<String> COLUMNS = List.of(
            "lot", "bidder", "price", "currency", "date", "category", "region", "buyer", "estimate", "winner", "valid");

    private static final List<String> REQUIRED = List.of("lot", "bidder", "price");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    /** The year comes first, so that nothing has to be guessed. */
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))(?:[T ].*)?");

    private static final Set<String> YES = Set.of("1", "1.0", "true", "yes", "是");
    private static final Set<String> NO = Set.of("0", "0.0", "false", "no", "否");

    private final CsvSource source;
    private final Map<String, Integer> places = new HashMap<>();
    private final Consumer<BidIssue> issues;

    private BidsFile(CsvSource source, Consumer<BidIssue> issues) {
        this.source = source;
        this.issues = issues;
    }

    /**
     * Opens a table.
     *
     * @param charset null for UTF-8 or what the file's byte order mark says
     * @throws io.lianshu.platform.refusal.Refusal when it has no readable header, or one without the columns that are needed
     */
    static BidsFile of(Path file, @Nullable Charset charset, Consumer<BidIssue> issues) {
        BidsFile bids = new BidsFile(CsvSource.of(file, charset, ','), issues);
        List<String> header = bids.source.header();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).toLowerCase(Locale.ROOT);
            if (bids.places.putIfAbsent(name, i) != null) {
                throw TableRefused.columnTwice(bids.source.name(), name);
            }
            if (!COLUMNS.contains(name)) {
                issues.accept(new BidIssue(
                        1,
                        "",
                        "UNKNOWN_COLUMN",
                        "列“" + name + "”不识别，已忽略",
                        "column " + name + " is not known and ignored"));
            }
        }
        for (String name : REQUIRED) {
            if (!bids.places.containsKey(name)) {
                throw TableRefused.columnMissing(bids.source.name(), name, COLUMNS);
            }
        }
        return bids;
    }

    /** Reads all bids; what is odd about them is told while it is found. */
    void read(MarketBuilder market, DoubleConsumer progress) {
        source.read(new RowSource.Sink() {
            @Override
            public void row(long line, String[] cells) {
                String lot = cell(cells, "lot");
                if (lot == null) {
                    issues.accept(new BidIssue(line, "", "NO_LOT", "没有标段，此行不计", "no lot, the row is left out"));
                } else {
                    market.add(offer(line, lot, cells));
                }
            }

            @Override
            public void broken(long line, Fault fault) {
                issues.accept(BidIssue.of(line, fault));
            }

            @Override
            public void progress(double part) {
                progress.accept(part);
            }
        });
    }

    private Offer offer(long line, String lot, String[] cells) {
        return new Offer(
                line,
                lot,
                cell(cells, "bidder"),
                price(line, lot, cell(cells, "price")),
                cell(cells, "currency"),
                date(line, lot, cell(cells, "date")),
                cell(cells, "category"),
                cell(cells, "region"),
                cell(cells, "buyer"),
                flag(line, lot, "winner", cell(cells, "winner")),
                !Boolean.FALSE.equals(flag(line, lot, "valid", cell(cells, "valid"))));
    }

    private @Nullable String cell(String[] cells, String column) {
        Integer place = places.get(column);
        String cell = place == null ? "" : cells[place].strip();
        return cell.isEmpty() ? null : cell;
    }

    private double price(long line, String lot, @Nullable String cell) {
        if (cell == null) {
            return Double.NaN;
        }
        boolean negative = NEGATIVE.matcher(cell).matches();
        if (!negative && !NUMBER.matcher(cell).matches()) {
            issues.accept(new BidIssue(
                    line,
                    lot,
                    "PRICE_NOT_A_NUMBER",
                    "报价不是数字（不写千分位、单位），按无报价处理",
                    "the price is no number (no separators, no units) and taken as unknown"));
            return Double.NaN;
        }
        double price = Double.parseDouble(cell);
        if (negative || price <= 0 || Double.isInfinite(price)) {
            issues.accept(new BidIssue(
                    line,
                    lot,
                    "PRICE_OUT_OF_RANGE",
                    "报价应大于 0，按无报价处理",
                    "the price must be above 0 and is taken as unknown"));
            return Double.NaN;
        }
        return price;
    }

    private @Nullable LocalDate date(long line, String lot, @Nullable String cell) {
        if (cell == null) {
            return null;
        }
        Matcher parts = DATE.matcher(cell);
        if (parts.matches()) {
            try {
                boolean apart = parts.group(2) != null;
                return LocalDate.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(apart ? 2 : 4)),
                        Integer.parseInt(parts.group(apart ? 3 : 5)));
            } catch (DateTimeException e) {
                // told below
            }
        }
        issues.accept(new BidIssue(
                line,
                lot,
                "DATE_UNREADABLE",
                "日期应以年开头，如 2026-03-02、2026/3/2、20260302、2026年3月2日，按未知处理",
                "the date must begin with the year, such as 2026-03-02, 2026/3/2, 20260302; it is taken as unknown"));
        return null;
    }

    private @Nullable Boolean flag(long line, String lot, String column, @Nullable String cell) {
        if (cell == null) {
            return null;
        }
        String word = cell.toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return YES.contains(word);
        }
        issues.accept(new BidIssue(
                line,
                lot,
                "FLAG_UNREADABLE",
                column + " 应为 1 或 0，按未知处理",
                column + " must be 1 or 0 and is taken as unknown"));
        return null;
    }
}
