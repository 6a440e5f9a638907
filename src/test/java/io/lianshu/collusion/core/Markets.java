package io.lianshu.collusion.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up markets whose truth is known. */
final class Markets {

    private Markets() {}

    static Market of(List<Offer> offers) {
        MarketBuilder builder = new MarketBuilder(oddity -> {});
        offers.forEach(builder::add);
        return builder.build();
    }

    static Offer offer(String lot, String bidder, double price, boolean won) {
        return new Offer(0, lot, bidder, price, null, null, null, null, null, won, true);
    }

    /** Lots with any bidders at any prices, a few categories and years, and a winner in most. */
    static List<Offer> random(long seed, int lots, int firms) {
        Random random = new Random(seed);
        List<Offer> offers = new ArrayList<>();
        for (int lot = 0; lot < lots; lot++) {
            List<Integer> bidders =
                    new ArrayList<>(IntStream.range(0, firms).boxed().toList());
            Collections.shuffle(bidders, random);
            int count = 1 + random.nextInt(Math.min(8, firms));
            String category = "c" + random.nextInt(2);
            LocalDate date = LocalDate.of(2024 + random.nextInt(2), 1 + random.nextInt(12), 3);
            int winner = random.nextInt(count + 1);
            for (int b = 0; b < count; b++) {
                double price = random.nextInt(10) == 0 ? Double.NaN : 100 + random.nextInt(40);
                offers.add(new Offer(
                        offers.size(),
                        "L" + lot,
                        "F" + bidders.get(b),
                        price,
                        null,
                        date,
                        category,
                        null,
                        "B" + random.nextInt(3),
                        b == winner,
                        true));
            }
        }
        return offers;
    }

    /**
     * Firms R0…R4 meet in a third of the lots, at close prices, and win in turn; F0…F39 bid against each other at wide ones.
     *
     * @param named false hides who bids
     */
    static List<Offer> withRing(long seed, int lots, boolean named) {
        Random random = new Random(seed);
        List<Offer> offers = new ArrayList<>();
        int turn = 0;
        for (int lot = 0; lot < lots; lot++) {
            boolean ring = lot % 3 == 0;
            double base = 1e6 * (1 + random.nextDouble());
            List<String> bidders = new ArrayList<>();
            if (ring) {
                IntStream.range(0, 5).forEach(i -> bidders.add("R" + i));
            } else {
                List<Integer> others =
                        new ArrayList<>(IntStream.range(0, 40).boxed().toList());
                Collections.shuffle(others, random);
                others.subList(0, 5).forEach(i -> bidders.add("F" + i));
            }
            double[] prices = IntStream.range(0, 5)
                    .mapToDouble(i -> base * (1 + (ring ? 0.02 : 0.3) * random.nextDouble()))
                    .toArray();
            int winner = ring ? turn++ % 5 : 0;
            double lowest = Arrays.stream(prices).min().orElseThrow() * (ring ? 0.985 : 0.999);
            prices[winner] = lowest;
            for (int b = 0; b < 5; b++) {
                offers.add(new Offer(
                        offers.size(),
                        "L" + lot,
                        named ? bidders.get(b) : null,
                        prices[b],
                        null,
                        LocalDate.of(2025, 1, 1).plusDays(lot),
                        null,
                        null,
                        null,
                        b == winner,
                        true));
            }
        }
        return offers;
    }

    /** Lots whose dispersion differs from lot to lot, whoever bids. */
    static List<Offer> withoutLink(long seed, int lots) {
        Random random = new Random(seed);
        List<Offer> offers = new ArrayList<>();
        for (int lot = 0; lot < lots; lot++) {
            double width = Math.exp(random.nextGaussian()) * 0.08;
            List<Integer> others =
                    new ArrayList<>(IntStream.range(0, 40).boxed().toList());
            Collections.shuffle(others, random);
            for (int b = 0; b < 5; b++) {
                offers.add(
                        offer("L" + lot, "F" + others.get(b), 1e6 * Math.exp(width * random.nextGaussian()), b == 0));
            }
        }
        return offers;
    }
}
