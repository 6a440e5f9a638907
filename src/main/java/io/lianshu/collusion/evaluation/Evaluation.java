package io.lianshu.collusion.evaluation;

import io.lianshu.collusion.core.Analysis;
import io.lianshu.collusion.core.Expansion;
import io.lianshu.collusion.core.Market;
import io.lianshu.collusion.core.Pair;
import io.lianshu.collusion.core.Screen;
import io.lianshu.collusion.evaluation.Resamples.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Judges the scores of one labelled market beside the baselines. */
final class Evaluation {

    /** The score, in the tables. */
    static final String OURS = "score";

    private static final double KNOWN_SHARE = 0.3;
    private static final int EXPANSIONS = 200;
    private static final long SEED = 20_240_601;
    private static final double AGREES = 1e-3;
    private static final int PUBLISHED_FROM = 4;

    private final LabelledMarket labelled;
    private final Market market;
    private final Analysis analysis;

    Evaluation(LabelledMarket labelled) {
        this.labelled = labelled;
        this.market = labelled.market();
        this.analysis = Analysis.of(market);
    }

    LabelledMarket labelled() {
        return labelled;
    }

    Analysis analysis() {
        return analysis;
    }

    /**
     * How one measure did.
     *
     * @param ahead how much better ours is by AUC, NaN for ours itself
     * @param aheadPrecision the same by average precision
     */
    record Result(
            String measure,
            double auc,
            Interval aucInterval,
            double precision,
            Interval precisionInterval,
            double at50,
            double at100,
            Interval ahead,
            Interval aheadPrecision) {}

    /** Share of lots with four bids or more whose value agrees with the published one, by column. */
    Map<String, Double> conformance() {
        List<Screen> screens =
                List.of(Screen.CV, Screen.SPD, Screen.DIFFP, Screen.RD, Screen.SKEW, Screen.KURT, Screen.KS);
        int[] lots = IntStream.range(0, market.lots())
                .filter(lot -> analysis.priced(lot) >= PUBLISHED_FROM)
                .toArray();
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < screens.size(); i++) {
            int column = i;
            long agree = Arrays.stream(lots)
                    .filter(lot -> {
                        double ours = screens.get(column).in(analysis.screens(lot));
                        // Where all prices are equal the publication has 0.
                        return Math.abs((Double.isNaN(ours) ? 0 : ours) - labelled.published(lot)[column]) <= AGREES;
                    })
                    .count();
            shares.put(LabelledMarket.PUBLISHED.get(i), (double) agree / lots.length);
        }
        return shares;
    }

    List<Result> lots() {
        int[] lots = IntStream.range(0, market.lots())
                .filter(lot -> analysis.priced(lot) > 1)
                .toArray();
        boolean[] labels = new boolean[lots.length];
        for (int i = 0; i < lots.length; i++) {
            labels[i] = labelled.isRigged(lots[i]);
        }
        Map<String, Ranking> rankings = new LinkedHashMap<>();
        rankings.put(OURS, ranking(lots, labels, lot -> analysis.lotScores().score(lot)));
        for (Screen screen : List.of(Screen.CV, Screen.SPD, Screen.DIFFP, Screen.SKEW, Screen.KURT, Screen.KS)) {
            rankings.put("-" + screen.name(), ranking(lots, labels, lot -> -screen.in(analysis.screens(lot))));
        }
        rankings.put("RD", ranking(lots, labels, lot -> Screen.RD.in(analysis.screens(lot))));
        rankings.put("composite", composite(lots, labels));
        return results(rankings, Resamples.ofUnits(lots.length, Resamples.DRAWS));
    }

    /** Places by -CV, RD and -SKEW, added up. */
    private Ranking composite(int[] lots, boolean[] labels) {
        double[] sums = new double[lots.length];
        for (Screen screen : List.of(Screen.CV, Screen.RD, Screen.SKEW)) {
            double sign = screen == Screen.RD ? 1 : -1;
            double[] values = Arrays.stream(lots)
                    .mapToDouble(lot -> sign * screen.in(analysis.screens(lot)))
                    .toArray();
            double[] sorted =
                    Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
            for (int i = 0; i < lots.length; i++) {
                int at = Arrays.binarySearch(sorted, values[i]);
                sums[i] += Double.isNaN(values[i]) ? 0.5 : (double) Math.abs(at) / sorted.length;
            }
        }
        return new Ranking(sums, labels);
    }

    /** Firms that bid at least twice. */
    List<Result> firms() {
        int[] firms = IntStream.range(0, market.firms())
                .filter(firm -> market.isNamed(firm) && market.lotsOf(firm) > 1)
                .toArray();
        boolean[] labels = new boolean[firms.length];
        for (int i = 0; i < firms.length; i++) {
            labels[i] = labelled.isMember(firms[i]);
        }
        Map<String, Ranking> rankings = new LinkedHashMap<>();
        rankings.put(OURS, ranking(firms, labels, firm -> analysis.firm(firm).score()));
        rankings.put("activity", ranking(firms, labels, market::lotsOf));
        return results(rankings, Resamples.ofUnits(firms.length, Resamples.DRAWS));
    }

    /** Pairs that met at least twice; both are members. Firms are drawn, not pairs, as pairs share firms. */
    List<Result> pairs() {
        List<Pair> pairs = analysis.pairs();
        boolean[] labels = new boolean[pairs.size()];
        double[] scores = new double[pairs.size()];
        double[] together = new double[pairs.size()];
        for (int i = 0; i < labels.length; i++) {
            Pair pair = pairs.get(i);
            labels[i] = labelled.isMember(pair.a()) && labelled.isMember(pair.b());
            scores[i] = pair.score();
            together[i] = pair.together();
        }
        Map<String, Ranking> rankings = new LinkedHashMap<>();
        rankings.put(OURS, new Ranking(scores, labels));
        rankings.put("joint lots", new Ranking(together, labels));
        Resamples firms = Resamples.ofUnits(market.firms(), Resamples.DRAWS / 5);
        return results(
                rankings,
                firms.pairs(
                        labels.length, i -> pairs.get(i).a(), i -> pairs.get(i).b()));
    }

    /** Mean average precision over draws of known members; each draw is a pair of measurements. */
    record Expanded(double score, double activity, Interval scoreInterval, Interval ahead, int draws) {}

    Expanded expansion() {
        List<Integer> members = new ArrayList<>(IntStream.range(0, market.firms())
                .filter(firm -> labelled.isMember(firm) && market.lotsOf(firm) > 1)
                .boxed()
                .toList());
        int known = (int) (members.size() * KNOWN_SHARE);
        double[] score = new double[EXPANSIONS];
        double[] activity = new double[EXPANSIONS];
        double[] ahead = new double[EXPANSIONS];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int draw = 0; draw < EXPANSIONS; draw++) {
            for (int i = 0; i < known; i++) {
                Collections.swap(members, i, i + random.nextInt(members.size() - i));
            }
            int[] seeds = members.subList(0, known).stream().mapToInt(i -> i).toArray();
            List<Expansion.Lead> leads = analysis.expand(seeds).stream()
                    .filter(lead -> market.lotsOf(lead.number()) > 1)
                    .toList();
            boolean[] labels = new boolean[leads.size()];
            double[] scores = new double[leads.size()];
            double[] lots = new double[leads.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = labelled.isMember(leads.get(i).number());
                scores[i] = leads.get(i).score();
                lots[i] = market.lotsOf(leads.get(i).number());
            }
            Ranking ours = new Ranking(scores, labels);
            Ranking baseline = new Ranking(lots, labels);
            score[draw] = ours.averagePrecision(ours.ones());
            activity[draw] = baseline.averagePrecision(baseline.ones());
            ahead[draw] = score[draw] - activity[draw];
        }
        return new Expanded(
                Arrays.stream(score).average().orElse(Double.NaN),
                Arrays.stream(activity).average().orElse(Double.NaN),
                Resamples.interval(score),
                Resamples.interval(ahead),
                EXPANSIONS);
    }

    private static Ranking ranking(int[] things, boolean[] labels, IntToDoubleFunction score) {
        return new Ranking(Arrays.stream(things).mapToDouble(score).toArray(), labels);
    }

    private static List<Result> results(Map<String, Ranking> rankings, Resamples resamples) {
        Ranking ours = rankings.get(OURS);
        List<Result> results = new ArrayList<>();
        rankings.forEach((name, ranking) -> results.add(new Result(
                name,
                ranking.auc(ranking.ones()),
                resamples.interval(ranking, Ranking::auc),
                ranking.averagePrecision(ranking.ones()),
                resamples.interval(ranking, Ranking::averagePrecision),
                ranking.precisionAt(50),
                ranking.precisionAt(100),
                resamples.difference(ours == null ? ranking : ours, ranking, Ranking::auc),
                resamples.difference(ours == null ? ranking : ours, ranking, Ranking::averagePrecision))));
        return results;
    }
}
