package io.lianshu.collusion.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PriceScreensTests {

    private static double value(Screen screen, double... prices) {
        return screen.in(PriceScreens.of(prices));
    }

    @Test
    void fivePricesHaveTheValuesOfAHandCalculation() {
        double[] prices = {100, 104, 106, 110, 130};
        // mean 110, deviations -10 -6 -4 0 20: squares 552, cubes 6720, fourth powers 171,552
        assertThat(value(Screen.CV, prices)).isCloseTo(Math.sqrt(552 / 4.0) / 110, within(1e-12));
        assertThat(value(Screen.SPD, prices)).isCloseTo(0.3, within(1e-12));
        assertThat(value(Screen.DIFFP, prices)).isCloseTo(0.04, within(1e-12));
        // losers 104 106 110 130: mean 112.5, squares 427
        assertThat(value(Screen.RD, prices)).isCloseTo(4 / Math.sqrt(427 / 3.0), within(1e-12));
        assertThat(value(Screen.RDNOR, prices)).isCloseTo(4 / 7.5, within(1e-12));
        assertThat(value(Screen.RDALT, prices)).isCloseTo(4 / (26 / 3.0), within(1e-12));
        double m2 = 552 / 5.0;
        assertThat(value(Screen.SKEW, prices))
                .isCloseTo(Math.sqrt(20) / 3 * (6720 / 5.0) / Math.pow(m2, 1.5), within(1e-12));
        assertThat(value(Screen.KURT, prices))
                .isCloseTo(4.0 / (3 * 2) * (6 * (171_552 / 5.0) / (m2 * m2) - 12), within(1e-12));
        // places 0, 2/15, 1/5, 1/3, 1 against steps of a fifth: largest at the fourth, 4/5 - 1/3
        assertThat(value(Screen.KS, prices)).isCloseTo(0.8 - 1 / 3.0, within(1e-12));
    }

    @Test
    void whatTakesMorePricesIsNotTestable() {
        for (int n = 0; n < 4; n++) {
            double[] values = PriceScreens.of(Arrays.copyOf(new double[] {3, 4, 6}, n));
            for (Screen screen : Screen.values()) {
                if (n < screen.needs()) {
                    assertThat(screen.in(values)).as(screen + " of " + n).isNaN();
                }
            }
        }
        assertThat(value(Screen.CV, 100, 110)).isPositive();
    }

    @Test
    void seriesAreSeen() {
        assertThat(value(Screen.ARITHMETIC, 100, 110, 120, 130)).isZero();
        assertThat(value(Screen.ARITHMETIC, 100, 110, 140)).isGreaterThan(Screen.ARITHMETIC_BELOW);
        assertThat(value(Screen.GEOMETRIC, 100, 110, 121, 133.1)).isLessThan(1e-9);
        assertThat(value(Screen.GEOMETRIC, 100, 120, 180)).isGreaterThan(Screen.GEOMETRIC_BELOW);
    }

    @Test
    void equalPricesAndEqualEndsAreCountedApart() {
        assertThat(value(Screen.IDENTICAL, 100, 100, 120, 120, 130)).isEqualTo(4);
        assertThat(value(Screen.TAILS, 1_234_567, 2_234_567, 3_334_568)).isEqualTo(2);
        assertThat(value(Screen.TAILS, 1_230_000, 2_230_000))
                .as("round amounts")
                .isZero();
        assertThat(value(Screen.TAILS, 1_234_567, 1_234_567)).as("one price").isZero();
    }

    @Test
    void allPricesEqualHaveNoShape() {
        double[] values = PriceScreens.of(new double[] {100, 100, 100, 100});
        assertThat(Screen.CV.in(values)).isZero();
        assertThat(Screen.IDENTICAL.in(values)).isEqualTo(4);
        for (Screen screen : new Screen[] {Screen.RD, Screen.SKEW, Screen.KURT, Screen.KS, Screen.ARITHMETIC}) {
            assertThat(screen.in(values)).as(screen.name()).isNaN();
        }
    }

    @Provide
    Arbitrary<double[]> prices() {
        return Arbitraries.doubles()
                .between(1, 1e6)
                .array(double[].class)
                .ofMinSize(4)
                .ofMaxSize(30);
    }

    @Property
    void theCurrencyAndTheOrderDoNotMatter(
            @ForAll("prices") double[] prices, @ForAll @IntRange(min = 2, max = 1000) int factor) {
        double[] other = new double[prices.length];
        for (int i = 0; i < prices.length; i++) {
            other[i] = prices[prices.length - 1 - i] * factor;
        }
        double[] values = PriceScreens.of(prices);
        double[] others = PriceScreens.of(other);
        for (Screen screen : Screen.values()) {
            double value = screen.in(values);
            if (screen != Screen.TAILS && !Double.isNaN(value) && !Double.isNaN(screen.in(others))) {
                assertThat(screen.in(others))
                        .as(screen.name())
                        .isCloseTo(value, within(1e-6 * Math.max(1, Math.abs(value))));
            }
        }
    }

    @Test
    void unitPricesInALineAreSeenWithTheirFactor() {
        double[] one = {12, 80, 33.5, 7, 140};
        double[] other = Arrays.stream(one).map(price -> 1.05 * price + 2).toArray();
        UnitPrices.Line line = UnitPrices.line(one, other);
        assertThat(line.factor()).isCloseTo(1.05, within(1e-9));
        assertThat(line.constant()).isCloseTo(2, within(1e-9));
        assertThat(line.fit()).isCloseTo(1, within(1e-9));
        assertThat(UnitPrices.line(new double[] {1, 2}, new double[] {2, 4}).fit())
                .isNaN();
    }

    @Test
    void firstDigitsFollowBenfordOrNot() {
        double[] grown = new double[600];
        double[] even = new double[600];
        for (int i = 0; i < 600; i++) {
            grown[i] = Math.pow(1.03, i);
            even[i] = 100 + i * 1.5;
        }
        assertThat(UnitPrices.benford(grown)).isLessThan(0.01);
        assertThat(UnitPrices.benford(even)).isGreaterThan(0.05);
        assertThat(UnitPrices.benford(Arrays.copyOf(grown, 99))).isNaN();
    }
}
