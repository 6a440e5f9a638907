package io.lianshu.trading;

import io.lianshu.policy.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param supervised whether the caller works for a department that oversees the tender, or supervises while none does
 * @param concerned ids of those departments and of the procuring entity
 * @param bids id, bidNo, bidders (who handed it in and who joined), invited, declined, withdrawnAt, price, rate, valid, rank, tenderer, deposits (ids)
 * @param awards properties with the ids of supplier and the number of the contract, by rank
 * @param notices kind, publishedAt, periodDays, of the lot and of its tender
 * @param challenges id, stage, outcome, filedAt, repliedAt, filers, and whether it is an objection
 * @param committee members drawn for it
 * @param major whether its project stands on a list of key projects
 * @param granted ids of the items that its project has been granted
 * @param now the moment of the call; an opening that is only scheduled for later has not happened
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
        List<Map<String, Object>> challenges,
        int committee,
        boolean major,
        Set<String> granted,
        TradeRules rules,
        WorkingCalendar calendar,
        ZonedDateTime now) {

    private static final ZonedDateTime LONG_AGO = ZonedDateTime.parse("1970-01-01T00:00:00+08:00");

    String id() {
        return String.valueOf(lot.get("id"));
    }

    /** As it was recorded, or as the facts of a file have it; nothing that follows an opening comes before it. */
    LotStatus status() {
        return LotStatus.of(String.valueOf(lot.get("status")))
                .filter(status -> !isScheduled() || !status.followsOpening())
                .orElseGet(this::told);
    }

    private LotStatus told() {
        if (isScheduled()) {
            return lot.get("bidDeadline") == null ? LotStatus.REGISTERED : LotStatus.NOTICED;
        }
        if (awards.stream().anyMatch(award -> award.get("contract") != null)) {
            return LotStatus.CONTRACTED;
        }
        if (winner().isPresent()) {
            return LotStatus.AWARDED;
        }
        if (isOpened()) {
            return awards.isEmpty() ? LotStatus.OPENED : LotStatus.PUBLICISED;
        }
        return lot.get("bidDeadline") == null ? LotStatus.REGISTERED : LotStatus.NOTICED;
    }

    /** Whether the opening has happened; one that is only scheduled has not. */
    boolean isOpened() {
        return lot.get("openedAt") != null && !isScheduled();
    }

    private boolean isScheduled() {
        return lot.get("openedAt") instanceof ZonedDateTime opened && opened.isAfter(now);
    }

    /** Objections and complaints without an outcome. */
    int openChallenges() {
        return (int) challenges.stream().filter(LotFacts::isPending).count();
    }

    /** Objections about a stage without an answer. */
    long openObjections(String stage) {
        return challenges.stream()
                .filter(challenge ->
                        Boolean.TRUE.equals(challenge.get("objection")) && stage.equals(challenge.get("stage")))
                .filter(LotFacts::isPending)
                .count();
    }

    /** Whether a challenge of the result has been upheld since the committee reported, so that it has to report again. */
    boolean needsAnotherEvaluation() {
        return challenges.stream()
                .filter(challenge ->
                        "RESULT".equals(challenge.get("stage")) && "UPHELD".equals(challenge.get("outcome")))
                .anyMatch(challenge -> !(lot.get("evaluatedAt") instanceof ZonedDateTime evaluated
                        && challenge.get("repliedAt") instanceof ZonedDateTime replied
                        && replied.isBefore(evaluated)));
    }

    /** What a company filed about a stage, the latest first; a stage may be null. */
    List<Map<String, Object>> filedBy(String company, @Nullable String stage, boolean objections) {
        return challenges.stream()
                .filter(challenge -> Objects.equals(challenge.get("objection"), objections))
                .filter(challenge -> Objects.equals(challenge.get("stage"), stage))
                .filter(challenge -> challenge.get("filers") instanceof List<?> filers && filers.contains(company))
                .sorted(Comparator.comparing(LotFacts::filedAt).reversed())
                .toList();
    }

    /** When it was filed; of one whose file does not tell, long ago. */
    static ZonedDateTime filedAt(Map<String, Object> challenge) {
        return challenge.get("filedAt") instanceof ZonedDateTime filed ? filed : LONG_AGO;
    }

    static boolean isPending(Map<String, Object> challenge) {
        return challenge.get("outcome") == null || "PENDING".equals(challenge.get("outcome"));
    }

    @Nullable
    ZonedDateTime deadline() {
        return (ZonedDateTime) lot.get("bidDeadline");
    }

    boolean isMandatory() {
        return Boolean.TRUE.equals(tender.get("mandatory"));
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

    /** The bid that stands in which a company is, alone or with others. */
    Optional<Map<String, Object>> bidOf(String company) {
        return standing().stream()
                .filter(bid -> company.equals(bid.get("tenderer"))
                        || ids(bid, "bidders").contains(company))
                .findFirst();
    }

    /** Ids that a bid keeps under a name. */
    static List<String> ids(Map<String, Object> bid, String name) {
        return bid.get(name) instanceof List<?> found
                ? found.stream().map(String::valueOf).distinct().toList()
                : List.of();
    }

    /** When the tender documents were first given out; while there are none, when those of the prequalification were. */
    Optional<ZonedDateTime> firstNotice() {
        return noticed("TENDER")
                .min(Comparator.naturalOrder())
                .or(() -> noticed("PREQUAL").min(Comparator.naturalOrder()));
    }

    /** Whether a prequalification was noticed and the tender itself was not yet. */
    boolean isOnlyPrequalified() {
        return noticed("PREQUAL").findAny().isPresent()
                && noticed("TENDER").findAny().isEmpty();
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
        return missing()
                .map(rule -> String.valueOf(rule.permitName()))
                .distinct()
                .toList();
    }

    /** The articles that ask for them, as they are quoted at the end of a sentence; empty when none is missing. */
    String permitArticles(boolean english) {
        return missing()
                .map(rule -> english ? rule.citedEnglish() : rule.cited())
                .distinct()
                .collect(Collectors.joining());
    }

    private Stream<TradeRule> missing() {
        return rules.permits().stream().filter(rule -> rule.permit() != null && !granted.contains(rule.permit()));
    }
}
