package io.lianshu.explore;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.viewer.Viewer;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a relation carries, as text: a code as its label, an amount in yuan, an instant with its offset. */
@Component
final class PropertyValue implements ComputedValue {

    /** Begins the form of a code; its list follows. */
    static final String CODE = "Code:";

    private final CodeLists codes;

    PropertyValue(CodeLists codes) {
        this.codes = codes;
    }

    @Override
    public String field() {
        return "RelationProperty.value";
    }

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (Map<String, @Nullable Object> row : rows) {
            values.add(text(String.valueOf(row.get("form")), row.get("raw"), viewer.speaksEnglish()));
        }
        return CompletableFuture.completedFuture(values);
    }

    private String text(String form, @Nullable Object raw, boolean english) {
        if (form.startsWith(CODE)) {
            return codes.label(form.substring(CODE.length()), String.valueOf(raw), english);
        }
        if (form.equals("Money") && raw instanceof Long fen) {
            return BigDecimal.valueOf(fen, 2).toPlainString();
        }
        return raw instanceof ZonedDateTime instant
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant)
                : String.valueOf(raw);
    }
}
