package io.lianshu.collusion.casework;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Fields of an answer as paper has them: moments in the office's time, names, files with their hashes. */
final class PaperText {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private PaperText() {}

    static String of(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static String label(JsonNode node, String field) {
        return of(node.path(field), "label");
    }

    static String name(JsonNode node, String field) {
        return of(node.path(field), "name");
    }

    static String names(JsonNode nodes) {
        return nodes.valueStream().map(node -> of(node, "name")).collect(Collectors.joining("、"));
    }

    static String minute(JsonNode node, String field) {
        return moment(node, field, MINUTE);
    }

    static String minute(ZonedDateTime at) {
        return MINUTE.format(at.withZoneSameInstant(SHANGHAI));
    }

    /** To the millisecond, as the hash of a link of custody has it. */
    static String instant(JsonNode node, String field) {
        return moment(node, field, INSTANT);
    }

    /** Name, size and hash, so that a copy of it can be checked. */
    static String file(JsonNode file) {
        return of(file, "name") + " · " + file.path("size").asLong() + " B\nSHA-256 " + of(file, "sha256");
    }

    private static String moment(JsonNode node, String field, DateTimeFormatter format) {
        String text = of(node, field);
        return text.isEmpty() ? "" : format.format(OffsetDateTime.parse(text).atZoneSameInstant(SHANGHAI));
    }
}
