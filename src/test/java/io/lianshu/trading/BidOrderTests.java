package io.lianshu.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.platform.write.RowCheck;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BidOrderTests {

    private static final ZonedDateTime DEADLINE = ZonedDateTime.parse("2025-03-01T09:00:00+08:00");

    private record Made(Map<String, Object> values, List<RowCheck.RowNode> others) implements RowCheck.RowNode {

        @Override
        public Object value(String property) {
            return values.get(property);
        }

        @Override
        public List<RowCheck.RowNode> linked(String relation) {
            return others;
        }
    }

    private static List<String> codes(String type, Map<String, Object> values) {
        Made lot = new Made(Map.of("bidDeadline", DEADLINE, "controlPrice", 100_00L), List.of());
        Made node = new Made(values, List.of(lot));
        return new BidOrder()
                .check(asked -> asked.equals(type) ? List.of(node) : List.of()).stream()
                        .map(RowCheck.Oddity::code)
                        .toList();
    }

    @Test
    void aLateBidAndAnAmountAboveTheControlPriceAreOdd() {
        assertThat(codes("Bid", Map.of("submittedAt", DEADLINE.plusSeconds(1), "price", 100_01L)))
                .containsExactly("BID_AFTER_DEADLINE", "BID_ABOVE_CONTROL_PRICE");
        assertThat(codes("Award", Map.of("amount", 100_01L))).containsExactly("AWARD_ABOVE_CONTROL_PRICE");
    }

    @Test
    void anOpeningBeforeTheDeadlineIsOdd() {
        assertThat(codes("Lot", Map.of("bidDeadline", DEADLINE, "openedAt", DEADLINE.minusSeconds(1))))
                .containsExactly("OPENED_BEFORE_DEADLINE");
        assertThat(codes("Lot", Map.of("bidDeadline", DEADLINE, "openedAt", DEADLINE)))
                .isEmpty();
        assertThat(codes("Lot", Map.of("openedAt", DEADLINE))).isEmpty();
    }

    @Test
    void whatIsInTimeOrUnknownIsNot() {
        assertThat(codes("Bid", Map.of("submittedAt", DEADLINE, "price", 100_00L)))
                .isEmpty();
        assertThat(codes("Bid", Map.of())).isEmpty();
    }
}
