package io.lianshu.platform.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.platform.refusal.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Values;

class ScalarFormTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final ScalarForm money = ScalarForm.of("Money");
    private final ScalarForm time = ScalarForm.of("DateTime");

    @Property(tries = 500)
    void moneyGoesThroughTheGraphUnchanged(@ForAll long fen) {
        Object wire = money.toWire(Values.value(fen));
        assertThat(wire).isEqualTo(BigDecimal.valueOf(fen, 2).toPlainString());
        assertThat(money.toGraph(money.parse((String) wire))).isEqualTo(fen);
        assertThat(money.wire(wire)).isSameAs(wire);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, -1, -99, -100, -101, Long.MIN_VALUE, Long.MAX_VALUE})
    void moneyIsWrittenWithTwoPlaces(long fen) {
        assertThat(money.toWire(Values.value(fen)))
                .isEqualTo(BigDecimal.valueOf(fen, 2).toPlainString());
    }

    @Test
    void moneyIsTakenAsTextOrNumber() {
        assertThat(money.coerce("1250000")).isEqualTo(new BigDecimal("1250000.00"));
        assertThat(money.coerce(12)).isEqualTo(new BigDecimal("12.00"));
        assertThat(money.coerce(BigInteger.TEN)).isEqualTo(new BigDecimal("10.00"));
        assertThat(money.coerce(0.1)).isEqualTo(new BigDecimal("0.10"));
        assertThat(money.coerce(new BigDecimal("1.500"))).isEqualTo(new BigDecimal("1.50"));
        assertThat(money.toGraph("0.07")).isEqualTo(7L);
        assertThat(money.toGraph(null)).isNull();
    }

    @Test
    void aMeanOfAmountsIsRoundedToTheFen() {
        assertThat(money.toWire(Values.value(12345.5))).isEqualTo("123.46");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.234",
                "1e3",
                "+1",
                "1,000",
                " 1",
                "",
                "92233720368547758.08",
                "999999999999999999",
                "一万",
                "NaN"
            })
    void aTextThatIsNoMoneyIsRefused(String text) {
        assertThatThrownBy(() -> money.parse(text)).isInstanceOf(Refusal.class);
    }

    @Test
    void aNumberThatIsNoMoneyIsRefused() {
        assertThatThrownBy(() -> money.coerce(0.001)).hasMessageContaining("two decimals");
        assertThatThrownBy(() -> money.coerce(1e13)).hasMessageContaining("as a text");
        assertThatThrownBy(() -> money.coerce(Double.NaN)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> money.coerce(Long.MAX_VALUE)).hasMessageContaining("out of range");
        assertThatThrownBy(() -> money.coerce(new BigDecimal("1E+1000000000"))).hasMessageContaining("out of range");
        assertThatThrownBy(() -> money.coerce(new BigDecimal("1E-1000000000"))).hasMessageContaining("two decimals");
        assertThatThrownBy(() -> money.coerce(true)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01T09:30:00+08:00, 2025-03-01T09:30:00+08:00",
        "2025-03-01T09:30+08:00, 2025-03-01T09:30:00+08:00",
        "2025-03-01T01:30:05.120Z, 2025-03-01T09:30:05.12+08:00",
        "1988-07-01T00:00:00.000000001+08:00, 1988-07-01T01:00:00.000000001+09:00"
    })
    void anInstantComesBackInShanghaisTime(String text, String wire) {
        Object graph = time.toGraph(time.parse(text));
        assertThat(graph).isInstanceOf(ZonedDateTime.class);
        assertThat(time.toWire(Values.value(graph))).isEqualTo(wire);
        assertThat(OffsetDateTime.parse(wire).toInstant())
                .isEqualTo(OffsetDateTime.parse(text).toInstant());
        assertThat(time.wire(wire)).isSameAs(wire);
    }

    @Test
    void everyKindOfTimeIsWritten() {
        LocalDateTime local = LocalDateTime.of(2025, 3, 1, 9, 30);
        assertThat(time.toWire(Values.value(local))).isEqualTo("2025-03-01T09:30:00+08:00");
        assertThat(time.wire(Instant.parse("2025-03-01T01:30:00Z"))).isEqualTo("2025-03-01T09:30:00+08:00");
        assertThat(time.coerce(local.atZone(SHANGHAI))).isEqualTo(OffsetDateTime.parse("2025-03-01T09:30+08:00"));
        assertThat(time.toGraph(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-01T09:30:00", "2025-03-01", "2025-02-30T09:30:00Z", "2025-03-01T25:00:00Z", "now"})
    void aTextThatIsNoInstantIsRefused(String text) {
        assertThatThrownBy(() -> time.parse(text)).hasMessageContaining("2025-03-01T09:30:00+08:00");
    }

    @Test
    void aDayIsADayEverywhere() {
        ScalarForm date = ScalarForm.of("Date");
        LocalDate day = LocalDate.of(2024, 2, 29);
        assertThat(date.parse("2024-02-29")).isEqualTo(day);
        assertThat(date.toGraph(day)).isEqualTo(day);
        assertThat(date.toWire(Values.value(day))).isEqualTo("2024-02-29");
        assertThatThrownBy(() -> date.parse("2023-02-29")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> date.parse("2023-2-9")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> date.coerce(20230209)).isInstanceOf(Refusal.class);
    }

    @Test
    void wholeNumbersKeepTheirRange() {
        ScalarForm number = ScalarForm.of("Int");
        assertThat(number.toWire(Values.value(7))).isEqualTo(7);
        assertThat(number.toGraph(7)).isEqualTo(7L);
        assertThat(number.parse("-7")).isEqualTo(-7);
        assertThatThrownBy(() -> number.parse("2147483648")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> number.toWire(Values.value(1L << 31))).isInstanceOf(IllegalStateException.class);
        ScalarForm big = ScalarForm.of("Long");
        assertThat(big.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(big.coerce(BigInteger.valueOf(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
        assertThat(big.coerce(3.0)).isEqualTo(3L);
        assertThat(big.toWire(Values.value(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> big.coerce(3.5)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> big.parse("9223372036854775808")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> big.parse("1e1000000000")).isInstanceOf(Refusal.class);
    }

    @Test
    void otherScalarsAreThemselves() {
        assertThat(ScalarForm.of("Float").toWire(Values.value(1.5))).isEqualTo(1.5);
        assertThat(ScalarForm.of("Float").toWire(Values.value(2))).isEqualTo(2.0);
        assertThat(ScalarForm.of("Float").toWire(Values.value(Double.NaN))).isNull();
        assertThat(ScalarForm.of("Boolean").toWire(Values.value(true))).isEqualTo(true);
        assertThat(ScalarForm.of("Boolean").parse("false")).isEqualTo(false);
        assertThat(ScalarForm.of("ID").toWire(Values.value("prj_1"))).isEqualTo("prj_1");
        assertThat(ScalarForm.of("LotStatus").toGraph(Thread.State.NEW)).isEqualTo("NEW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"String", "ID", "Int", "Long", "Float", "Boolean", "Money", "Date", "DateTime", "LotStatus"})
    void nullStaysNull(String type) {
        assertThat(ScalarForm.of(type).toWire(Values.NULL)).isNull();
        assertThat(ScalarForm.of(type).toGraph(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Int", "Long", "Float", "Boolean", "Money", "Date", "DateTime"})
    void aRefusalSpeaksBothLanguagesAndDoesNotRepeatTheValue(String type) {
        assertThatThrownBy(() -> ScalarForm.of(type).parse("张三 330203"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("BAD_VALUE");
                    assertThat(refusal.message(false)).contains("应").doesNotContain("张三");
                    assertThat(refusal.message(true)).contains("must").doesNotContain("330203");
                });
    }
}
