package io.lianshu.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Makes a table of bids of any length for {@code lianshu screen}. More bids are more districts, each like the others: 400
 * firms of which some bid often and most seldom, lots of 3 to 20 bidders, one in a hundred of 100 to 300, a tenth of the lots
 * bid for by rings of five at close prices.
 */
public final class BidTable {

    private static final int FIRMS = 400;
    private static final int BIDS_OF_DISTRICT = 10_000;
    private static final int RING = 5;

    private final Random random = new Random(42);
    private final BufferedWriter out;
    private long bids;
    private int lots;

    private BidTable(BufferedWriter out) {
        this.out = out;
    }

    /** @param arguments the file, and how many bids at least */
    public static void main(String[] arguments) throws IOException {
        long wanted = Long.parseLong(arguments[1]);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]))) {
            out.write("lot,bidder,price,currency,date,category,region,buyer,estimate,winner,valid\n");
            BidTable table = new BidTable(out);
            for (int district = 0; table.bids < wanted; district++) {
                table.district(district, Math.min(BIDS_OF_DISTRICT, wanted - table.bids));
            }
        }
    }

    private void district(int district, long wanted) throws IOException {
        long end = bids + wanted;
        while (bids < end) {
            boolean ring = random.nextInt(10) == 0;
            List<Integer> bidders = ring ? ring() : open(size());
            double estimate = 1e6 * Math.exp(random.nextGaussian());
            double width = ring ? 0.02 : 0.05 + 0.15 * random.nextDouble();
            double[] prices = new double[bidders.size()];
            int lowest = 0;
            for (int i = 0; i < prices.length; i++) {
                prices[i] = estimate * (1 - width * random.nextDouble());
                lowest = prices[i] < prices[lowest] ? i : lowest;
            }
            String rest = String.format(
                    Locale.ROOT,
                    ",CNY,%d-%02d-%02d,%s,D%d,B%d,%.2f,",
                    2020 + random.nextInt(5),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextBoolean() ? "works" : "services",
                    district,
                    random.nextInt(20),
                    estimate);
            for (int i = 0; i < prices.length; i++) {
                out.write(String.format(Locale.ROOT, "L%d,D%d-F%d,%.2f", lots, district, bidders.get(i), prices[i]));
                out.write(rest);
                out.write(i == lowest ? "1,1\n" : "0,1\n");
            }
            bids += prices.length;
            lots++;
        }
    }

    private int size() {
        return random.nextInt(100) == 0 ? 100 + random.nextInt(201) : 3 + (int) (Math.pow(random.nextDouble(), 2) * 18);
    }

    private List<Integer> ring() {
        int first = random.nextInt(4) * RING;
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < RING; i++) {
            members.add(first + i);
        }
        return members;
    }

    /** Small numbers come more often. */
    private List<Integer> open(int size) {
        Set<Integer> bidders = new HashSet<>();
        while (bidders.size() < size) {
            bidders.add((int) (Math.pow(random.nextDouble(), 1.7) * FIRMS));
        }
        return new ArrayList<>(bidders);
    }
}
