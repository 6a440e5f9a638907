package io.lianshu.platform.command;

import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.Edits;
import io.lianshu.platform.viewer.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command.
 *
 * @param input as coerced; what the client left out is not in it, what it set to null is
 */
public record CommandCall(String mutation, Map<String, @Nullable Object> input, Viewer viewer, ZonedDateTime now) {

    private static final List<String> TARGETS = List.of(
            "id",
            "account",
            "grant",
            "person",
            "node",
            "approval",
            "difficulty",
            "service",
            "notice",
            "resolution",
            "lot",
            "tender",
            "bid",
            "award",
            "contract",
            "deposit",
            "objection",
            "complaint",
            "forfeiture",
            "platform",
            "project",
            "case",
            "evidence",
            "statement",
            "decision",
            "interview");

    /** The client's UUID for this act. */
    public String clientMutationId() {
        return String.valueOf(input.get(Edits.CLIENT_MUTATION_ID));
    }

    /** A text of the input that the schema makes required. */
    public String text(String field) {
        return String.valueOf(input.get(field));
    }

    /** The id of what it is about, as far as the input names one that could be of this hub. */
    @Nullable
    String target() {
        return TARGETS.stream()
                .map(input::get)
                .filter(id -> id instanceof String text && NodeId.isWellFormed(text))
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
    }

    /** A text of the input without spaces around it; null when it is absent or blank. */
    public @Nullable String optionalText(String field) {
        return input.get(field) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** Ids that a field of the input lists, each once; none when it is absent. */
    public List<String> ids(String field) {
        return input.get(field) instanceof List<?> given
                ? given.stream().map(String::valueOf).distinct().toList()
                : List.of();
    }

    /** A moment of the input in the office's zone; null when it is absent. */
    public @Nullable ZonedDateTime time(String field) {
        return input.get(field) instanceof OffsetDateTime time ? time.atZoneSameInstant(now.getZone()) : null;
    }

    /** A day of the input; null when it is absent. */
    public @Nullable LocalDate day(String field) {
        return input.get(field) instanceof LocalDate day ? day : null;
    }

    /** An amount of the input in fen; null when it is absent. */
    public @Nullable Long fen(String field) {
        return input.get(field) instanceof BigDecimal yuan
                ? yuan.movePointRight(2).longValueExact()
                : null;
    }

    public LocalDate today() {
        return now.toLocalDate();
    }

    /** Why, as the author of the call says; null when it says nothing. */
    public @Nullable String reason() {
        return input.get(Edits.REASON) instanceof String reason && !reason.isBlank() ? reason.strip() : null;
    }
}
