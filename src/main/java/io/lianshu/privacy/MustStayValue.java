package io.lianshu.privacy;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Says in words by which law a connection of a person must stay. */
final class MustStayValue implements ComputedValue {

    private final CodeLists codes;

    MustStayValue(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public String field() {
        return "PersonalDatum.mustStay";
    }

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (Map<String, @Nullable Object> row : rows) {
            String basis = Retained.basis(String.valueOf(row.get("relation")), String.valueOf(row.get("label")));
            values.add(basis == null ? null : codes.label("retention-basis", basis, viewer.speaksEnglish()));
        }
        return CompletableFuture.completedFuture(values);
    }
}
