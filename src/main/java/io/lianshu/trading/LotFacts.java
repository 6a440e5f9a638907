package io.lianshu.trading;

import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a lot's next step depends on, as it stands in the graph; amounts in fen.
 *
 * @param platform properties of the platform that runs it; empty when none is known
 * @param filing properties of its filing as a tender before all permits; empty when there is none
 * @param trade properties of its deal; empty when there is none
 * @param place id of the district's platform, where all notices are published, or null
 * @param mine whether the caller runs trades there now
 * @param supervised whether the caller works for a department that oversees the tender
 * @param concerned ids of those departments and of the procuring entity
 * @param bids id, bidNo, bidders, withdrawnAt, price, rate, valid, rank, tenderer
 * @param awards properties with the ids of supplier and the number of the contract, by rank
 * @param notices kind, publishedAt, periodDays, of the lot and of its tender
 * @param openChallenges objections and complaints without an outcome
 * @param committee members drawn for it
 * @param major whether its project stands on a list of key projects
 * @param granted ids of the items that its project has been granted
 */
record LotFacts(
        Map<String, Object> lot,
        Map<String, Object> tender,
        Map<String, Object> platform,
        @Nullable String project,
        Map<String, Object> filing,
        Map<String, Object> trade,
        @Nullable String place,
        boolean mine,
        boolean supervised,
        List<String> concerned,
        List<Map<String, Object>> bids,
        List<Map<String, Object>> awards,
        List<Map<String, Object>> notices,
        int openChallenges,
        int committee,
        boolean major,
        Set<String> granted,
        TradeRules rules,
        WorkingCalendar calendar) {

    String id() {
        return String.valueOf(lot.get("id"));
    }

    /** As it was recorded, or as the facts of a file have it. */
    LotStatus status() {
        return LotStatus.of(String.valueOf(lot.get("status"))).orElseGet(this::told);
    }

    private LotStatus told() {
        if (awards.stream().anyMatch(award -> award.get("contract") != null)) {
            return LotStatus.CONTRACTED;
        }
        if (winner().isPresent()) {
            return LotStatus.AWARDED;
        }
        if (lot.get("openedAt") != null) {
            return awards.isEmpty() ? LotStatus.OPENED : LotStatus.PUBLICISED;
        }
        return lot.get("bidDeadline") == null ? LotStatus.REGISTERED : LotStatus.NOTICED;
    }

    @Nullable
    ZonedDateTime deadline() {
        return (ZonedDateTime) lot.get("bidDeadline");
    }

    boolean isTown() {
        return "TOWN".equals(platform.get("tier"));
    }

    boolean isLicensed() {
        return Boolean.TRUE.equals(platform.get("licensed"));
    }

    boolean isMandatory() {
        return Boolean.TRUE.equals(tender.get("mandatory"));
    }

    boolean isEngineering() {
        return "ENGINEERING".equals(tender.get("category"));
    }

    /** The award that was made, not dropped. */
    Optional<Map<String, Object>> winner() {
        return awards.stream()
                .filter(award -> "AWARDED".equals(award.get("status")))
                .findFirst();
    }

    /** Candidates that have not dropped out, the best first. */
    List<Map<String, Object>> candidates() {
        return awards.stream()
                .filter(award -> "CANDIDATE".equals(award.get("status")))
                .sorted(Comparator.comparing(award -> award.get("rank") instanceof Long rank ? rank : Long.MAX_VALUE))
                .toList();
    }

    /** Bids that stand: handed in and not withdrawn. */
    List<Map<String, Object>> standing() {
        return bids.stream().filter(bid -> bid.get("withdrawnAt") == null).toList();
    }

    /** When a notice of a kind was last published; empty when none was. */
    Optional<ZonedDateTime> lastNotice(String kind) {
        return noticed(kind).max(Comparator.naturalOrder());
    }

    /** When the tender documents were first given out. */
    Optional<ZonedDateTime> firstNotice() {
        return Stream.concat(noticed("TENDER"), noticed("PREQUAL")).min(Comparator.naturalOrder());
    }

    private Stream<ZonedDateTime> noticed(String kind) {
        return notices.stream()
                .filter(notice -> kind.equals(notice.get("kind")))
                .map(notice -> notice.get("publishedAt"))
                .filter(ZonedDateTime.class::isInstance)
                .map(ZonedDateTime.class::cast);
    }

    /** The last day of the candidates' publicity; null when it has not begun. */
    @Nullable
    LocalDate publicityTo() {
        return awards.stream()
                .map(award -> award.get("publicityTo"))
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Names of permits that the rules ask for and the project has not been granted. */
    List<String> missingPermits() {
        return rules.permits().stream()
                .filter(rule -> rule.permit() != null && !granted.contains(rule.permit()))
                .map(rule -> String.valueOf(rule.permitName()))
                .distinct()
                .toList();
    }
}
