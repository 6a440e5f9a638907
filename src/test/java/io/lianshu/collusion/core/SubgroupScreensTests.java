package io.lianshu.collusion.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SubgroupScreensTests {

    @Provide
    Arbitrary<double[]> prices() {
        return Arbitraries.doubles()
                .between(1, 1e6)
                .array(double[].class)
                .ofMinSize(3)
                .ofMaxSize(12);
    }

    @Property(tries = 60)
    void allGroupsAreLookedAtUpToTwelveBids(@ForAll("prices") double[] prices) {
        double[] values = SubgroupScreens.of(prices, 1);
        List<String> columns = SubgroupScreens.columns();
        for (int size = 3; size <= Math.min(4, prices.length); size++) {
            List<double[]> groups = new ArrayList<>();
            subsets(prices, size, 0, new ArrayList<>(), groups);
            for (Screen screen : SubgroupScreens.SCREENS) {
                double[] all = groups.stream()
                        .mapToDouble(group -> screen.in(PriceScreens.of(group)))
                        .filter(v -> !Double.isNaN(v))
                        .sorted()
                        .toArray();
                if (all.length == 0) {
                    continue;
                }
                String column = "sub" + size + "_" + screen.column() + "_";
                close(
                        values[columns.indexOf(column + "mean")],
                        DoubleStream.of(all).average().orElseThrow());
                close(
                        values[columns.indexOf(column + "median")],
                        (all[(all.length - 1) / 2] + all[all.length / 2]) / 2);
                close(values[columns.indexOf(column + "min")], all[0]);
                close(values[columns.indexOf(column + "max")], all[all.length - 1]);
            }
        }
    }

    private static void close(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
    }

    private static void subsets(double[] prices, int size, int from, List<Double> chosen, List<double[]> into) {
        if (chosen.size() == size) {
            into.add(chosen.stream().mapToDouble(d -> d).toArray());
            return;
        }
        for (int i = from; i < prices.length; i++) {
            chosen.add(prices[i]);
            subsets(prices, size, i + 1, chosen, into);
            chosen.remove(chosen.size() - 1);
        }
    }

    @Test
    void ofThreeHundredBidsASampleIsDrawnThatTheSeedFixes() {
        double[] prices =
                DoubleStream.iterate(1000, p -> p * 1.001 + p % 7).limit(300).toArray();
        assertThat(SubgroupScreens.of(prices, 5)).containsExactly(SubgroupScreens.of(prices, 5));
        assertThat(SubgroupScreens.of(prices, 5)).isNotEqualTo(SubgroupScreens.of(prices, 6));
    }

    @Test
    void aRingAmongOthersShowsInTheLeast() {
        double[] prices = {100, 100.5, 101, 101.4, 140, 170, 90, 120};
        List<String> columns = SubgroupScreens.columns();
        double[] values = SubgroupScreens.of(prices, 1);
        assertThat(values[columns.indexOf("sub4_cv_min")]).isLessThan(0.01);
        assertThat(Screen.CV.in(PriceScreens.of(prices))).isGreaterThan(0.2);
    }
}
