package io.lianshu.collusion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankingTests {

    @Property
    void theAreaIsTheShareOfPairsInTheRightOrder(
            @ForAll @Size(min = 2, max = 40) int @IntRange(max = 10) [] scores, @ForAll long bits) {
        boolean[] labels = new boolean[scores.length];
        double[] values = new double[scores.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (bits >> i & 1) == 1;
            values[i] = scores[i];
        }
        double right = 0;
        double all = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                if (labels[i] && !labels[j]) {
                    all++;
                    right += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
                }
            }
        }
        Assume.that(all > 0);
        Ranking ranking = new Ranking(values, labels);
        assertThat(ranking.auc(ranking.ones())).isCloseTo(right / all, within(1e-12));
    }

    @Test
    void precisionIsThatOfAHandCalculation() {
        Ranking ranking = new Ranking(new double[] {5, 4, 3, 2, 1}, new boolean[] {true, false, true, false, false});
        assertThat(ranking.averagePrecision(ranking.ones())).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(ranking.precisionAt(2)).isEqualTo(0.5);
    }

    @Test
    void equalScoresAreOneBlock() {
        Ranking ranking = new Ranking(new double[] {1, 1, 1, 1}, new boolean[] {true, false, false, false});
        assertThat(ranking.averagePrecision(ranking.ones())).isEqualTo(0.25);
        assertThat(ranking.precisionAt(2)).isEqualTo(0.25);
        assertThat(ranking.auc(ranking.ones())).isEqualTo(0.5);
    }

    @Test
    void whatIsNotKnownStandsLast() {
        Ranking ranking = new Ranking(new double[] {Double.NaN, 1}, new boolean[] {false, true});
        assertThat(ranking.auc(ranking.ones())).isEqualTo(1);
    }

    @Test
    void anIntervalOfABetterRankingIsAboveNothing() {
        int n = 200;
        double[] good = new double[n];
        double[] poor = new double[n];
        boolean[] labels = new boolean[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 2 == 0;
            good[i] = (labels[i] ? 1 : 0) + (i * 7919 % 100) / 80.0;
            poor[i] = i * 104_729 % 100;
        }
        Resamples resamples = Resamples.ofUnits(n, 300);
        assertThat(resamples
                        .difference(new Ranking(good, labels), new Ranking(poor, labels), Ranking::auc)
                        .above())
                .isTrue();
        assertThat(resamples
                        .difference(new Ranking(poor, labels), new Ranking(poor, labels), Ranking::auc)
                        .above())
                .isFalse();
    }
}
