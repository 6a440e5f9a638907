package io.lianshu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A hub does not start with a setting below 0. */
class NegativeDurationsTests {

    @ConfigurationProperties("lianshu.sample")
    record SampleSettings(Duration patience, int most) {}

    @Configuration
    @Import(NegativeDurations.class)
    @EnableConfigurationProperties(SampleSettings.class)
    static class Sample {}

    @ParameterizedTest
    @CsvSource({"-1s, 1, false", "1s, -1, false", "0s, 0, true"})
    void onlyWhatIsNotBelowZeroIsTaken(String patience, String most, boolean taken) {
        new ApplicationContextRunner()
                .withUserConfiguration(Sample.class)
                .withPropertyValues("lianshu.sample.patience=" + patience, "lianshu.sample.most=" + most)
                .run(context -> {
                    if (taken) {
                        assertThat(context).hasNotFailed();
                    } else {
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("lianshu.sample.")
                                .hasMessageContaining("不能为负");
                    }
                });
    }
}
