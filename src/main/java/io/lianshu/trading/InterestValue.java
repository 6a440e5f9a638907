package io.lianshu.trading;

import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Interest on a security in a list, as it is written: as it was ordered, or else as of today. */
record InterestValue(String field) implements ComputedValue {

    static final String TO_REFUND = "DepositToRefund.interest";
    static final String TO_PAY = "DepositPayment.interest";

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(interest(row)));
        return CompletableFuture.completedFuture(values);
    }

    private static @Nullable Object interest(Map<String, @Nullable Object> row) {
        if (row.get("ordered") instanceof Long fixed) {
            return LotRefusals.yuan(fixed);
        }
        return Interest.isMoney(row.get("form"))
                        && row.get("fen") instanceof Long fen
                        && row.get("percent") instanceof Double percent
                        && row.get("receivedAt") instanceof ZonedDateTime received
                        && row.get("today") instanceof LocalDate today
                ? LotRefusals.yuan(Interest.of(fen, percent, received.toLocalDate(), today))
                : null;
    }
}
