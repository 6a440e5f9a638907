package io.lianshu.collusion.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One bid as a source tells it.
 *
 * @param place where the source has it, a line number for instance
 * @param bidder null for an unknown firm, which is then a firm of its own
 * @param price above 0, or NaN when none is known
 * @param currency null when not told
 * @param won whether it won, null when not told
 * @param valid false when it was declared invalid: it is no bid then
 */
public record Offer(
        long place,
        String lot,
        @Nullable String bidder,
        double price,
        @Nullable String currency,
        @Nullable LocalDate date,
        @Nullable String category,
        @Nullable String region,
        @Nullable String buyer,
        @Nullable Boolean won,
        boolean valid) {}
