package io.lianshu.agency;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a meeting decided on one thing. */
record Decision(
        String text,
        @Nullable String difficulty,
        @Nullable String approval,
        @Nullable String project,
        @Nullable String department,
        @Nullable LocalDate dueOn) {

    static Decision of(Map<?, ?> input) {
        return new Decision(
                String.valueOf(input.get("text")).strip(),
                id(input, "difficulty"),
                id(input, "approval"),
                id(input, "project"),
                id(input, "department"),
                input.get("dueOn") instanceof LocalDate day ? day : null);
    }

    private static @Nullable String id(Map<?, ?> input, String field) {
        return input.get(field) instanceof String id ? id : null;
    }

    /** The ids in it, by the names of their fields. */
    Map<String, String> references() {
        Map<String, String> ids = new LinkedHashMap<>();
        put("difficulty", difficulty, ids);
        put("approval", approval, ids);
        put("project", project, ids);
        put("department", department, ids);
        return ids;
    }

    private static void put(String field, @Nullable String id, Map<String, String> ids) {
        if (id != null) {
            ids.put(field, id);
        }
    }

    /** Whether it is about exactly one thing. */
    boolean isAboutOne() {
        return (difficulty == null ? 0 : 1) + (approval == null ? 0 : 1) + (project == null ? 0 : 1) == 1;
    }
}
