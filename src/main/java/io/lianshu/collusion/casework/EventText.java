package io.lianshu.collusion.casework;

import io.lianshu.explore.NodeWords;
import io.lianshu.explore.NodeWords.GraphNode;
import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What an event of a case says in the viewer's language: its own words, then what became of it, by codes as {@code list:code}. */
record EventText(CodeLists codes, NodeWords words) implements ComputedValue {

    private static final String TAKEN = "TAKEN";

    @Override
    public String field() {
        return "CaseEvent.text";
    }

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(text(row, viewer)));
        return CompletableFuture.completedFuture(values);
    }

    private @Nullable String text(Map<String, @Nullable Object> row, Viewer viewer) {
        if (TAKEN.equals(row.get("kind"))) {
            return officer(row, viewer);
        }
        boolean english = viewer.speaksEnglish();
        List<String> told = new ArrayList<>();
        Object inEnglish = row.get("textEn");
        Object own = english && inEnglish != null ? inEnglish : row.get("textZh");
        if (own != null) {
            told.add(own.toString());
        }
        if (row.get("codes") instanceof List<?> given) {
            for (Object code : given) {
                String[] parts = String.valueOf(code).split(":", 2);
                told.add(codes.label(parts[0], parts[1], english));
            }
        }
        return told.isEmpty() ? null : String.join(" · ", told);
    }

    /** Who took it, by the name that the viewer may see. */
    private @Nullable String officer(Map<String, @Nullable Object> row, Viewer viewer) {
        Object name = row.get("textZh");
        return name == null
                ? null
                : words.title(new GraphNode(String.valueOf(row.get("node")), "Person", Map.of("name", name)), viewer);
    }
}
