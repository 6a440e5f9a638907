package io.lianshu.collusion.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketBuilderTests {

    private final List<Oddity.Kind> told = new ArrayList<>();
    private final MarketBuilder builder = new MarketBuilder(oddity -> told.add(oddity.kind()));

    private void add(String lot, String bidder, double price, Boolean won, String currency, boolean valid) {
        builder.add(new Offer(1, lot, bidder, price, currency, null, null, null, null, won, valid));
    }

    @Test
    void theLastRoundOfABidderCountsAndTheFirstIsTold() {
        add("A", "x", 100, false, null, true);
        add("A", "y", 90, false, null, true);
        add("A", "x", 80, true, null, true);
        Market market = builder.build();
        assertThat(market.bids(0)).isEqualTo(2);
        assertThat(market.prices(0)).containsExactly(80, 90);
        assertThat(told).containsExactly(Oddity.Kind.REPEATED_BIDDER);
    }

    @Test
    void aRoundWithoutAPriceDoesNotTakeTheEarlierOneAway() {
        add("A", "x", 100, true, null, true);
        add("A", "y", 90, false, null, true);
        add("A", "x", Double.NaN, null, null, true);
        assertThat(builder.build().prices(0)).containsExactly(90, 100);
    }

    @Test
    void invalidBidsAreLeftOutAndPricelessOnesTakePart() {
        add("A", "x", 100, true, null, true);
        add("A", "y", 90, false, null, false);
        add("A", "z", Double.NaN, false, null, true);
        Market market = builder.build();
        assertThat(market.bids(0)).isEqualTo(2);
        assertThat(market.prices(0)).containsExactly(100);
        assertThat(told).containsExactly(Oddity.Kind.INVALID_BID, Oddity.Kind.NO_PRICE);
    }

    @Test
    void severalCurrenciesAreNotCompared() {
        add("A", "x", 100, true, "CNY", true);
        add("A", "y", 90, false, "EUR", true);
        assertThat(builder.build().prices(0)).isEmpty();
        assertThat(told).containsExactly(Oddity.Kind.SEVERAL_CURRENCIES);
    }

    @Test
    void lotsWithoutWithSeveralWinnersAndWithOneBidAreTold() {
        add("A", "x", 100, true, null, true);
        add("A", "y", 90, true, null, true);
        add("B", "x", 100, false, null, true);
        add("B", "y", 90, false, null, true);
        add("C", "x", 100, true, null, true);
        builder.build();
        assertThat(told).containsExactly(Oddity.Kind.SEVERAL_WINNERS, Oddity.Kind.NO_WINNER, Oddity.Kind.ONE_BID);
    }

    @Test
    void aLotThatIsDescribedTwiceKeepsTheFirst() {
        builder.add(new Offer(1, "A", "x", 1, null, LocalDate.of(2025, 1, 1), "c", null, null, null, true));
        builder.add(new Offer(2, "A", "y", 2, null, LocalDate.of(2025, 1, 2), "c", null, null, null, true));
        assertThat(builder.build().day).containsExactly(LocalDate.of(2025, 1, 1).toEpochDay());
        assertThat(told).containsExactly(Oddity.Kind.LOT_DIFFERS);
    }
}
