package io.lianshu.agency;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A visit as a phone sent it. */
record SentVisit(
        String clientId,
        String project,
        String channel,
        ZonedDateTime occurredAt,
        @Nullable String progress,
        @Nullable Map<?, ?> location,
        List<String> attachments,
        List<RaisedDifficulty> difficulties) {

    static SentVisit of(Map<?, ?> input, ZoneId zone) {
        String project = String.valueOf(input.get("project"));
        return new SentVisit(
                String.valueOf(input.get("clientId")),
                project,
                String.valueOf(input.get("channel")),
                ((OffsetDateTime) Objects.requireNonNull(input.get("occurredAt"))).atZoneSameInstant(zone),
                input.get("progress") instanceof String text && !text.isBlank() ? text.strip() : null,
                input.get("location") instanceof Map<?, ?> place ? place : null,
                list(input.get("attachments")).stream().map(String::valueOf).toList(),
                list(input.get("difficulties")).stream()
                        .map(difficulty -> RaisedDifficulty.of((Map<?, ?>) difficulty, project, null))
                        .toList());
    }

    /** Whether it has a place that is none on earth. */
    boolean isNowhere() {
        return location != null && !(Math.abs(latitude()) <= 90 && Math.abs(longitude()) <= 180);
    }

    /** Degrees north; NaN without a place. */
    double latitude() {
        return degrees("latitude");
    }

    /** Degrees east; NaN without a place. */
    double longitude() {
        return degrees("longitude");
    }

    private double degrees(String name) {
        return location != null && location.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
