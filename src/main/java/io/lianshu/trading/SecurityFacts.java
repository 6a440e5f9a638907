package io.lianshu.trading;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the next step of a security depends on; amounts in fen.
 *
 * @param values its properties
 * @param annual whether it is an annual deposit
 * @param bid properties of the bid that it secures; empty for an annual one
 * @param company who gave it, or null when nobody is known
 * @param forfeitures id, status and amount of the decisions to keep it
 * @param atCentre whether the caller runs trades at the district's platform now
 * @param percent rate of demand deposits in force, or null when none is known
 * @param lot of its bid; null for an annual one
 * @param bound whether a lot is under way for which an annual one may stand; it is told of no lot for whose bids it does before these
 *     are opened
 */
record SecurityFacts(
        Map<String, Object> values,
        boolean annual,
        Map<String, Object> bid,
        @Nullable String company,
        List<Map<String, Object>> forfeitures,
        boolean atCentre,
        @Nullable Double percent,
        @Nullable LotFacts lot,
        boolean bound) {

    private static final Set<LotStatus> OVER = Set.of(
            LotStatus.CONTRACTED, LotStatus.PERFORMED, LotStatus.FAILED, LotStatus.TERMINATED, LotStatus.RETENDERED);

    String id() {
        return String.valueOf(values.get("id"));
    }

    String label() {
        return annual ? "AnnualDeposit" : "Deposit";
    }

    boolean is(String status) {
        return status.equals(values.get("status"));
    }

    /** Whether the office may know of it: an annual one, or one of an opened lot. */
    boolean isOpen() {
        return annual || (lot != null && lot.isOpened());
    }

    /** The last day of an annual one. */
    LocalDate validTo() {
        return values.get("validTo") instanceof LocalDate day
                ? day
                : LocalDate.of(((Number) values.getOrDefault("year", 0)).intValue(), 12, 31);
    }

    long amount() {
        return values.get("amount") instanceof Long fen ? fen : 0;
    }

    /** Kept by decisions that were carried out. */
    long kept() {
        return sum(Set.of(ForfeitureStatus.EXECUTED));
    }

    /** Kept, or to be kept by decisions that stand. */
    long claimed() {
        return sum(Set.of(ForfeitureStatus.PROPOSED, ForfeitureStatus.APPROVED, ForfeitureStatus.EXECUTED));
    }

    private long sum(Set<ForfeitureStatus> wanted) {
        return forfeitures.stream()
                .filter(decision -> ForfeitureStatus.of(String.valueOf(decision.get("status")))
                        .filter(wanted::contains)
                        .isPresent())
                .mapToLong(decision -> decision.get("amount") instanceof Long fen ? fen : 0)
                .sum();
    }

    boolean isForfeiturePending() {
        return forfeitures.stream()
                .anyMatch(decision -> ForfeitureStatus.of(String.valueOf(decision.get("status")))
                        .filter(ForfeitureStatus::isPending)
                        .isPresent());
    }

    /** Interest on what is left of it, as of a day; null for guarantees, and when rate or receipt are unknown. */
    @Nullable
    Long interest(LocalDate day) {
        return Interest.isMoney(values.get("form"))
                        && percent != null
                        && values.get("receivedAt") instanceof ZonedDateTime received
                ? (Long) Interest.of(amount() - kept(), percent, received.toLocalDate(), day)
                : null;
    }

    /** Whether it goes back without the office, which is to learn nothing of it: withdrawn in time, or of a lot never opened. */
    boolean goesBackByItself() {
        if (lot == null) {
            return false;
        }
        boolean withdrawn = bid.get("withdrawnAt") instanceof ZonedDateTime at
                && lot.deadline() != null
                && at.isBefore(lot.deadline());
        return withdrawn || (lot.lot().get("endedAt") != null && !lot.isOpened());
    }

    /**
     * Whether its bid may still win: until the evaluation all that stand may, then the candidates and the winner until the contract;
     * in procurement only the winner from the notice of award on.
     */
    boolean isNeeded() {
        if (lot == null || goesBackByItself() || bid.get("withdrawnAt") != null || OVER.contains(lot.status())) {
            return false;
        }
        if (lot.status() == LotStatus.OPENED) {
            return true;
        }
        boolean awarded = lot.status() == LotStatus.AWARDED;
        boolean procured = "PROCUREMENT".equals(lot.tender().get("category"));
        Set<String> bound = awarded && procured ? Set.of("AWARDED") : Set.of("AWARDED", "CANDIDATE");
        return lot.awards().stream()
                .anyMatch(award -> String.valueOf(award.get("supplier")).equals(company)
                        && bound.contains(String.valueOf(award.get("status"))));
    }
}
