package io.lianshu.collusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Patterns are written as {@link String#format} writes them. */
class PhraseTests {

    @Test
    void numbersAndTextsStandWhereThePatternSays() {
        assertThat(Phrase.of("与%3$s同投 %1$d 次，共遇 %2$d 家").with(3, 17, "甲")).isEqualTo("与甲同投 3 次，共遇 17 家");
        assertThat(Phrase.of("%d firms, %.0f%% of %s").with(4, 12.5, "all")).isEqualTo("4 firms, 13% of all");
        assertThat(Phrase.of("nothing").with()).isEqualTo("nothing");
        assertThat(Phrase.of("%.2f|%.2f|%.1f").with(Double.NaN, -0.001, 1e12)).isEqualTo("NaN|0.00|1000000000000.0");
    }

    @Test
    void fractionsAreThoseOfTheLibrary() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3);
            String expected = String.format(Locale.ROOT, "%.3f", value);
            assertThat(Phrase.of("%.3f").with(value)).isEqualTo(expected.equals("-0.000") ? "0.000" : expected);
        }
    }
}
