package io.lianshu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** An account is locked for an address, for a while. */
class LoginFailuresTests {

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    private final LoginFailures failures = new LoginFailures(2, Duration.ofMinutes(15), new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void theLockIsForOneAddressAndEnds() {
        failures.failed("a", "here");
        assertThat(failures.isLocked("a", "here")).isFalse();
        failures.failed("a", "here");
        assertThat(failures.isLocked("a", "here")).isTrue();
        assertThat(failures.isLocked("a", "there")).isFalse();
        assertThat(failures.isLocked("b", "here")).isFalse();
        now = now.plus(Duration.ofMinutes(16));
        assertThat(failures.isLocked("a", "here")).isFalse();
    }

    @Test
    void whoProvesThemselvesBeginsAnew() {
        failures.failed("a", "here");
        failures.proved("a", "here");
        failures.failed("a", "here");
        assertThat(failures.isLocked("a", "here")).isFalse();
    }

    @Test
    void ofTheLongAddressesAHouseholdIsOne() throws Exception {
        assertThat(place("2001:db8:1:2:3:4:5:6")).isEqualTo(place("2001:db8:1:2::1"));
        assertThat(place("2001:db8:1:3::1")).isNotEqualTo(place("2001:db8:1:2::1"));
        assertThat(place("10.0.0.1")).isNotEqualTo(place("10.0.0.2"));
        assertThat(Proof.of("n", "p", null).address()).isEmpty();
        assertThat(told("[2001:db8:1:2::7]")).as("as a proxy tells it").isEqualTo(place("2001:db8:1:2::1"));
        assertThat(told("10.0.0.1")).isEqualTo(place("10.0.0.1")).isNotEqualTo(told("10.0.0.2"));
        assertThat(told(":::")).isEmpty();
    }

    private static String told(String address) {
        return Proof.of("n", "p", InetSocketAddress.createUnresolved(address, 1))
                .address();
    }

    private static String place(String address) throws Exception {
        return Proof.of("n", "p", new InetSocketAddress(InetAddress.getByName(address), 1))
                .address();
    }
}
