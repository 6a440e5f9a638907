package io.lianshu.platform.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.platform.refusal.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** An account that asks too often is refused, and nobody else. */
class ViewerRateTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private static Viewer account(String name) {
        return new Viewer(name, Set.of(Role.AGENT), null, null, Locale.CHINESE);
    }

    @Test
    void oneAccountIsCountedAndNoOther() {
        ViewerRate rate = new ViewerRate(1, meters);
        for (int i = 0; i < 10; i++) {
            rate.take(account("usr_a"));
        }
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        rate.take(account("usr_a"));
                    }
                })
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("more than 1 a second");
        rate.take(account("usr_b"));
        assertThat(meters.counter("lianshu.requests.beyond.rate").count()).isOne();
    }

    @Test
    void thePublicAndDemoViewersAreNot() {
        ViewerRate rate = new ViewerRate(1, meters);
        ViewerRate none = new ViewerRate(0, meters);
        for (int i = 0; i < 100; i++) {
            rate.take(Viewer.PUBLIC.speaking(Locale.ENGLISH));
            rate.take(account("demo-agent"));
            none.take(account("usr_a"));
        }
        assertThat(meters.counter("lianshu.requests.beyond.rate").count()).isZero();
    }

    /** Whatever asks who calls counts the call, so no path is left out. */
    @Test
    void whoeverAsksWhoCallsCountsTheCall() {
        Callers callers = new Callers(null, token -> Mono.just(account("usr_a")), new ViewerRate(1, meters));
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth("t");
        for (int i = 0; i < 10; i++) {
            callers.viewer(headers).block();
        }
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        callers.viewer(headers).block();
                    }
                })
                .isInstanceOf(Refusal.class);
    }
}
