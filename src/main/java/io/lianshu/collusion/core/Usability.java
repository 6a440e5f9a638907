package io.lianshu.collusion.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Looks for something besides the prices that speaks for them. Dispersion also differs with the work and with how many bid,
 * so that is taken out first; what is left must go with who bids. Where firms are not known, two other marks must come
 * together: the lowest bid is isolated where prices are close, and such lots follow each other in time.
 */
final class Usability {

    static final int LOTS_NEEDED = 30;
    static final double WHO_BIDS_FROM = 0.2;
    static final double CHANCE_UP_TO = 0.05;
    static final double SHAPE_UP_TO = -0.35;
    static final double PERSISTENCE_FROM = 0.35;

    private static final double MOSTLY = 0.5;
    private static final int STRATUM_NEEDS = 5;
    /** So many bids are looked at in all shuffles together, within these bounds. */
    private static final int SHUFFLED_BIDS = 50_000_000;

    private static final int FEWEST_SHUFFLES = 99;
    private static final int MOST_SHUFFLES = 999;
    private static final long SEED = 20_240_601;

    private final Market market;
    private final double[][] screens;
    private final int[] lots;
    /** Logarithm of the coefficient of variation, less what size and stratum say. */
    private final double[] dispersion;

    Usability(Market market, double[][] screens) {
        this.market = market;
        this.screens = screens;
        this.lots = IntStream.range(0, market.lots())
                .filter(lot -> market.priced[lot] >= 3 && Screen.CV.in(screens[lot]) > 0)
                .toArray();
        this.dispersion = dispersion();
    }

    Evidence evidence() {
        long known =
                Arrays.stream(market.firm).filter(firm -> market.named[firm]).count();
        double identified = market.bids() == 0 ? 0 : (double) known / market.bids();
        if (lots.length < LOTS_NEEDED) {
            return new Evidence(
                    false,
                    Evidence.Reason.TOO_FEW_LOTS,
                    lots.length,
                    identified,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN);
        }
        double shape = shape();
        double persistence = persistence();
        if (identified >= MOSTLY) {
            double[] close = Ranks.of(Ranks.negated(dispersion));
            double whoBids = whoBids(close);
            double chance = chance(close, whoBids);
            boolean usable = whoBids >= WHO_BIDS_FROM && chance <= CHANCE_UP_TO;
            Evidence.Reason reason = usable ? Evidence.Reason.FOLLOWS_BIDDERS : Evidence.Reason.NO_LINK;
            return new Evidence(usable, reason, lots.length, identified, whoBids, chance, shape, persistence);
        }
        boolean usable = shape <= SHAPE_UP_TO && persistence >= PERSISTENCE_FROM;
        Evidence.Reason reason = usable ? Evidence.Reason.SHAPED_AND_LASTING : Evidence.Reason.NOTHING_SUPPORTS_IT;
        return new Evidence(usable, reason, lots.length, identified, Double.NaN, Double.NaN, shape, persistence);
    }

    private double[] dispersion() {
        int n = lots.length;
        double[] y = new double[n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = Math.log(Screen.CV.in(screens[lots[i]]));
            x[i] = Math.log(market.priced[lots[i]]);
        }
        if (n < 2) {
            return y;
        }
        UnitPrices.Line line = UnitPrices.line(x, y);
        double mean = PriceScreens.mean(y, 0, n);
        Map<Integer, double[]> strata = new HashMap<>();
        for (int i = 0; i < n; i++) {
            y[i] -= Double.isNaN(line.factor()) ? mean : line.constant() + line.factor() * x[i];
            double[] sum = strata.computeIfAbsent(market.stratum[lots[i]], s -> new double[2]);
            sum[0] += y[i];
            sum[1]++;
        }
        for (int i = 0; i < n; i++) {
            double[] sum = strata.getOrDefault(market.stratum[lots[i]], new double[2]);
            y[i] -= sum[1] >= STRATUM_NEEDS ? sum[0] / sum[1] : 0;
        }
        return y;
    }

    /** How a lot's closeness goes with that of the other lots of its bidders. */
    private double whoBids(double[] close) {
        double[] sums = new double[market.firms()];
        int[] counts = new int[market.firms()];
        for (int i = 0; i < lots.length; i++) {
            for (int b = market.start[lots[i]]; b < market.start[lots[i] + 1]; b++) {
                sums[market.firm[b]] += close[i];
                counts[market.firm[b]]++;
            }
        }
        double[] others = new double[lots.length];
        for (int i = 0; i < lots.length; i++) {
            double sum = 0;
            for (int b = market.start[lots[i]]; b < market.start[lots[i] + 1]; b++) {
                int firm = market.firm[b];
                sum += LotScores.rate(sums[firm] - close[i], counts[firm] - 1);
            }
            others[i] = sum / market.bids(lots[i]);
        }
        return Ranks.correlation(close, others);
    }

    /** How often shuffled lots show as much. */
    private double chance(double[] close, double found) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] shuffled = close.clone();
        int shuffles = Math.max(FEWEST_SHUFFLES, Math.min(MOST_SHUFFLES, SHUFFLED_BIDS / Math.max(1, market.bids())));
        int asMuch = 1;
        for (int s = 0; s < shuffles; s++) {
            for (int i = shuffled.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double kept = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = kept;
            }
            asMuch += whoBids(shuffled) >= found ? 1 : 0;
        }
        return asMuch / (shuffles + 1.0);
    }

    /** Mean over the sizes of lots of the rank correlation of dispersion with the relative distance of the lowest bid. */
    private double shape() {
        Map<Integer, List<Integer>> bySize = new HashMap<>();
        for (int lot : lots) {
            if (!Double.isNaN(Screen.RD.in(screens[lot]))) {
                bySize.computeIfAbsent(market.priced[lot], size -> new ArrayList<>())
                        .add(lot);
            }
        }
        double sum = 0;
        int count = 0;
        for (int size : bySize.keySet().stream().sorted().toList()) {
            List<Integer> same = bySize.getOrDefault(size, List.of());
            if (same.size() >= STRATUM_NEEDS) {
                double[] cv = values(same, Screen.CV);
                double[] rd = values(same, Screen.RD);
                sum += same.size() * Ranks.correlation(Ranks.of(cv), Ranks.of(rd));
                count += same.size();
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private double[] values(List<Integer> of, Screen screen) {
        return of.stream().mapToDouble(lot -> screen.in(screens[lot])).toArray();
    }

    private double persistence() {
        int[] dated = IntStream.range(0, lots.length)
                .filter(i -> market.day[lots[i]] != Market.NO_DAY)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> market.day[lots[i]])
                        .thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        if (dated.length < LOTS_NEEDED) {
            return Double.NaN;
        }
        double[] before = new double[dated.length - 1];
        double[] after = new double[dated.length - 1];
        for (int i = 0; i + 1 < dated.length; i++) {
            before[i] = dispersion[dated[i]];
            after[i] = dispersion[dated[i + 1]];
        }
        return Ranks.correlation(Ranks.of(before), Ranks.of(after));
    }
}
