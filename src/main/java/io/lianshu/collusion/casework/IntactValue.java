package io.lianshu.collusion.casework;

import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether what was kept still has the hash with which it was kept. */
record IntactValue(String field) implements ComputedValue {

    static final String EVIDENCE = "Evidence.intact";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> WORDS = List.of("titleZh", "clauseZh", "explanationZh");
    static final String CUSTODY = "CustodyEvent.intact";

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(field.equals(EVIDENCE) ? evidence(row) : custody(row)));
        return CompletableFuture.completedFuture(values);
    }

    private static boolean evidence(Map<String, @Nullable Object> row) {
        String content = String.valueOf(row.get("content"));
        if (!Custody.sha256(content).equals(row.get("sha256"))) {
            return false;
        }
        JsonNode inside = JSON.readTree(content);
        return WORDS.stream()
                .allMatch(word -> !inside.path(word).isString()
                        || inside.path(word).asString().equals(row.get(word)));
    }

    private static boolean custody(Map<String, @Nullable Object> row) {
        return row.get("number") instanceof Long number
                && row.get("at") instanceof ZonedDateTime at
                && Custody.link(
                                number,
                                String.valueOf(row.get("act")),
                                at,
                                String.valueOf(row.get("by")),
                                row.get("note") == null ? null : String.valueOf(row.get("note")),
                                String.valueOf(row.get("sha256")),
                                Objects.requireNonNullElse((String) row.get("previous"), ""))
                        .equals(row.get("hash"));
    }
}
