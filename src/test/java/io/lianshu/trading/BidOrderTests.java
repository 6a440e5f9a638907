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
        return codes(type, values, Map.of("bidDeadline", DEADLINE, "controlPrice", 100_00L));
    }

    private static TradeRules rules(RuleKind kind, double percent) {
        return new TradeRules(
                List.of(new TradeRule(kind, null, null, false, percent, "PERCENT", "某条", "an article", null, null)),
                null,
                null,
                true);
    }

    private static List<String> codes(String type, Map<String, Object> values, Map<String, Object> other) {
        return codes(type, values, other, rules(RuleKind.DEPOSIT, 2));
    }

    private static List<String> codes(
            String type, Map<String, Object> values, Map<String, Object> other, TradeRules rules) {
        // A bid stands between a security and its lot; here one node is both.
        Made lot = new Made(other, List.of(new Made(other, List.of())));
        Made node = new Made(values, List.of(lot));
        return new BidOrder(() -> rules)
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

    @Test
    void aSecurityAboveTheShareOfTheRuleInForceIsOdd() {
        assertThat(codes("Deposit", Map.of("amount", 2_01L), Map.of("estimate", 100_00L)))
                .containsExactly("DEPOSIT_TOO_HIGH");
        assertThat(codes("Deposit", Map.of("amount", 2_00L), Map.of("estimate", 100_00L)))
                .isEmpty();
        assertThat(codes("Deposit", Map.of("amount", 2_01L), Map.of("estimate", 100_00L), rules(RuleKind.DEPOSIT, 3)))
                .isEmpty();
        assertThat(codes("Deposit", Map.of("amount", 99_00L), Map.of("estimate", 100_00L), rules(RuleKind.CONTRACT, 1)))
                .isEmpty();
        assertThat(codes(
                        "Contract",
                        Map.of("amount", 100_00L, "performanceBond", 10_01L),
                        Map.of(),
                        rules(RuleKind.PERFORMANCE_BOND, 10)))
                .containsExactly("BOND_TOO_HIGH");
    }

    @Test
    void aContractAboveItsAwardOrBeforeItsNoticeIsOdd() {
        Map<String, Object> award = Map.of("amount", 100_00L, "noticeAt", DEADLINE);
        assertThat(codes(
                        "Contract",
                        Map.of(
                                "amount",
                                100_01L,
                                "signedOn",
                                DEADLINE.toLocalDate().minusDays(1)),
                        award))
                .containsExactly("CONTRACT_ABOVE_AWARD", "CONTRACT_BEFORE_NOTICE");
        assertThat(codes("Contract", Map.of("amount", 100_00L, "signedOn", DEADLINE.toLocalDate()), award))
                .isEmpty();
    }

    @Test
    void anAwardBeforeTheOpeningASecondBidAndATradeWithoutLicenceAreOdd() {
        assertThat(codes("Award", Map.of("noticeAt", DEADLINE.minusSeconds(1)), Map.of("openedAt", DEADLINE)))
                .containsExactly("AWARD_BEFORE_OPENING");
        assertThat(codes("Bid", Map.of("sequence", 2L))).containsExactly("SECOND_BID");
        assertThat(codes("Bid", Map.of("sequence", 1L))).isEmpty();
        assertThat(codes("TradingPlatform", Map.of("licensed", false))).containsExactly("TRADED_WITHOUT_LICENCE");
        assertThat(codes("TradingPlatform", Map.of("licensed", true))).isEmpty();
    }
}
