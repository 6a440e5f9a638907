package io.lianshu.trading;

import io.lianshu.platform.feed.WorkEvent;
import io.lianshu.platform.feed.WorkKind;
import java.util.ArrayList;
import java.util.List;

/** Who is told that a lot has come further. */
final class TradeEvents {

    private TradeEvents() {}

    /** The departments that oversee the tender, who buys, and the companies named. */
    static WorkEvent of(LotFacts facts, List<String> companies) {
        List<String> audience = new ArrayList<>(facts.concerned());
        audience.addAll(companies);
        return WorkEvent.of(WorkKind.TRADE_CHANGED, facts.id(), audience);
    }
}
