package io.lianshu.collusion.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes bids in any order and makes a market of them; tells what is odd about them. */
public final class MarketBuilder {

    private static final byte LOST = 0;
    private static final byte WON = 1;
    private static final byte UNKNOWN = 2;

    private final Consumer<Oddity> oddities;
    private final Map<String, Integer> lotNumbers = new HashMap<>();
    private final Map<String, Integer> firmNumbers = new HashMap<>();
    private final Map<String, Integer> strata = new HashMap<>();
    private final Map<String, Integer> buyers = new HashMap<>();
    private final List<String> firms = new ArrayList<>();
    private final List<LotFacts> lots = new ArrayList<>();
    private int unnamed;

    private int rows;
    private int[] rowLot = new int[1 << 12];
    private int[] rowFirm = new int[1 << 12];
    private double[] rowPrice = new double[1 << 12];
    private byte[] rowWon = new byte[1 << 12];
    private long[] rowPlace = new long[1 << 12];

    public MarketBuilder(Consumer<Oddity> oddities) {
        this.oddities = oddities;
    }

    /** What is known of a lot besides its bids. */
    private static final class LotFacts {

        private final String name;
        private @Nullable LocalDate date;
        private @Nullable String category;
        private @Nullable String region;
        private @Nullable String buyer;
        private @Nullable String currency;
        private boolean mixed;
        private boolean told;

        LotFacts(String name) {
            this.name = name;
        }
    }

    public void add(Offer offer) {
        if (!offer.valid()) {
            oddities.accept(new Oddity(offer.place(), offer.lot(), Oddity.Kind.INVALID_BID));
            return;
        }
        int lot = lotNumbers.computeIfAbsent(offer.lot(), name -> {
            lots.add(new LotFacts(name));
            return lots.size() - 1;
        });
        describe(lots.get(lot), offer);
        if (Double.isNaN(offer.price())) {
            oddities.accept(new Oddity(offer.place(), offer.lot(), Oddity.Kind.NO_PRICE));
        }
        grow();
        rowLot[rows] = lot;
        rowFirm[rows] = offer.bidder() == null ? nobody() : firm(offer.bidder());
        rowPrice[rows] = offer.price();
        rowWon[rows] = offer.won() == null ? UNKNOWN : offer.won() ? WON : LOST;
        rowPlace[rows] = offer.place();
        rows++;
    }

    private int firm(String name) {
        return firmNumbers.computeIfAbsent(name, fresh -> {
            firms.add(fresh);
            return firms.size() - 1;
        });
    }

    /** A firm without a name is one of its own: unknown firms are never one firm. */
    private int nobody() {
        unnamed++;
        return -unnamed;
    }

    private void describe(LotFacts lot, Offer offer) {
        boolean differs = (lot.date != null && offer.date() != null && !lot.date.equals(offer.date()))
                || differs(lot.category, offer.category())
                || differs(lot.region, offer.region())
                || differs(lot.buyer, offer.buyer());
        if (differs && !lot.told) {
            lot.told = true;
            oddities.accept(new Oddity(offer.place(), offer.lot(), Oddity.Kind.LOT_DIFFERS));
        }
        lot.date = lot.date == null ? offer.date() : lot.date;
        lot.category = lot.category == null ? offer.category() : lot.category;
        lot.region = lot.region == null ? offer.region() : lot.region;
        lot.buyer = lot.buyer == null ? offer.buyer() : lot.buyer;
        if (differs(lot.currency, offer.currency()) && !lot.mixed) {
            lot.mixed = true;
            oddities.accept(new Oddity(offer.place(), offer.lot(), Oddity.Kind.SEVERAL_CURRENCIES));
        }
        lot.currency = lot.currency == null ? offer.currency() : lot.currency;
    }

    private static boolean differs(@Nullable String known, @Nullable String told) {
        return known != null && told != null && !known.equals(told);
    }

    private void grow() {
        if (rows == rowLot.length) {
            int size = rows + (rows >> 1);
            rowLot = Arrays.copyOf(rowLot, size);
            rowFirm = Arrays.copyOf(rowFirm, size);
            rowPrice = Arrays.copyOf(rowPrice, size);
            rowWon = Arrays.copyOf(rowWon, size);
            rowPlace = Arrays.copyOf(rowPlace, size);
        }
    }

    /** How many bids were added. */
    public int rows() {
        return rows;
    }

    public Market build() {
        boolean[] named = new boolean[firms.size() + unnamed];
        Arrays.fill(named, 0, firms.size(), true);
        String[] names = Arrays.copyOf(firms.toArray(String[]::new), named.length);
        for (int row = 0; row < rows; row++) {
            if (rowFirm[row] < 0) {
                rowFirm[row] = firms.size() - rowFirm[row] - 1;
                names[rowFirm[row]] = "?" + rowPlace[row];
            }
        }
        int[] rowStart = new int[lots.size() + 1];
        for (int row = 0; row < rows; row++) {
            rowStart[rowLot[row] + 1]++;
        }
        for (int lot = 0; lot < lots.size(); lot++) {
            rowStart[lot + 1] += rowStart[lot];
        }
        int[] ordered = new int[rows];
        int[] next = rowStart.clone();
        for (int row = 0; row < rows; row++) {
            ordered[next[rowLot[row]]++] = row;
        }
        return new Columns(names, named, rowStart, ordered).market();
    }

    /** Fills the columns of a market, a lot at a time. */
    private final class Columns {

        private final String[] names;
        private final boolean[] named;
        private final int[] rowStart;
        private final int[] ordered;
        private final int[] start = new int[lots.size() + 1];
        private final int[] priced = new int[lots.size()];
        private final int[] firm = new int[rows];
        private final double[] price = new double[rows];
        private final boolean[] won = new boolean[rows];
        private int bids;

        Columns(String[] names, boolean[] named, int[] rowStart, int[] ordered) {
            this.names = names;
            this.named = named;
            this.rowStart = rowStart;
            this.ordered = ordered;
        }

        Market market() {
            boolean anyWinner = false;
            for (int row = 0; row < rows; row++) {
                anyWinner |= rowWon[row] == WON;
            }
            int[] lastOf = new int[names.length];
            Arrays.fill(lastOf, -1);
            int[] stratum = new int[lots.size()];
            long[] day = new long[lots.size()];
            int[] buyer = new int[lots.size()];
            for (int lot = 0; lot < lots.size(); lot++) {
                fill(lot, lastOf, anyWinner);
                LotFacts facts = lots.get(lot);
                String key =
                        facts.category + "\n" + facts.region + "\n" + (facts.date == null ? "" : facts.date.getYear());
                stratum[lot] = strata.computeIfAbsent(key, fresh -> strata.size());
                day[lot] = facts.date == null ? Market.NO_DAY : facts.date.toEpochDay();
                buyer[lot] = facts.buyer == null
                        ? -1
                        : buyers.computeIfAbsent(Objects.requireNonNull(facts.buyer), fresh -> buyers.size());
            }
            return new Market(
                    lots.stream().map(lot -> lot.name).toArray(String[]::new),
                    names,
                    named,
                    start,
                    priced,
                    Arrays.copyOf(firm, bids),
                    Arrays.copyOf(price, bids),
                    Arrays.copyOf(won, bids),
                    stratum,
                    day,
                    buyer);
        }

        private void fill(int lot, int[] lastOf, boolean anyWinner) {
            String name = lots.get(lot).name;
            int from = bids;
            for (int i = rowStart[lot]; i < rowStart[lot + 1]; i++) {
                int row = ordered[i];
                int at = lastOf[rowFirm[row]];
                if (at >= from) {
                    oddities.accept(new Oddity(rowPlace[row], name, Oddity.Kind.REPEATED_BIDDER));
                    price[at] = Double.isNaN(rowPrice[row]) ? price[at] : rowPrice[row];
                    won[at] |= rowWon[row] == WON;
                    continue;
                }
                lastOf[rowFirm[row]] = bids;
                firm[bids] = rowFirm[row];
                price[bids] = rowPrice[row];
                won[bids] = rowWon[row] == WON;
                bids++;
            }
            start[lot + 1] = bids;
            long place = rowPlace[ordered[rowStart[lot]]];
            sort(from, bids);
            int count = from;
            while (count < bids && !Double.isNaN(price[count])) {
                count++;
            }
            priced[lot] = lots.get(lot).mixed ? 0 : count - from;
            tell(lot, from, place, anyWinner);
        }

        private void tell(int lot, int from, long place, boolean anyWinner) {
            int winners = 0;
            for (int b = from; b < bids; b++) {
                winners += won[b] ? 1 : 0;
            }
            String name = lots.get(lot).name;
            if (winners > 1) {
                oddities.accept(new Oddity(place, name, Oddity.Kind.SEVERAL_WINNERS));
            } else if (winners == 0 && anyWinner) {
                oddities.accept(new Oddity(place, name, Oddity.Kind.NO_WINNER));
            }
            if (bids - from == 1) {
                oddities.accept(new Oddity(place, name, Oddity.Kind.ONE_BID));
            }
        }

        /** By price, then by firm; those without a price at the end. */
        private void sort(int from, int to) {
            Integer[] index = new Integer[to - from];
            Arrays.setAll(index, i -> from + i);
            Arrays.sort(index, (a, b) -> {
                int byPrice = Double.compare(price[a], price[b]);
                return byPrice != 0 ? byPrice : names[firm[a]].compareTo(names[firm[b]]);
            });
            int[] firms = new int[index.length];
            double[] prices = new double[index.length];
            boolean[] wins = new boolean[index.length];
            for (int i = 0; i < index.length; i++) {
                firms[i] = firm[index[i]];
                prices[i] = price[index[i]];
                wins[i] = won[index[i]];
            }
            System.arraycopy(firms, 0, firm, from, firms.length);
            System.arraycopy(prices, 0, price, from, prices.length);
            System.arraycopy(wins, 0, won, from, wins.length);
        }
    }
}
