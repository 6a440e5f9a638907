package io.lianshu.platform.command;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.Edits;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.Visibility;
import io.lianshu.platform.read.ComputedValue;
import io.lianshu.platform.secret.Mask;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A value in a node's history, shown as its field shows it now. */
final class ChangedValue implements ComputedValue {

    private final String field;
    private final String need;
    private final GraphMap map;
    private final CodeLists codes;
    private final Sealer sealer;

    static ChangedValue before(GraphMap map, CodeLists codes, Sealer sealer) {
        return new ChangedValue("FieldChange.before", "old", map, codes, sealer);
    }

    static ChangedValue after(GraphMap map, CodeLists codes, Sealer sealer) {
        return new ChangedValue("FieldChange.after", "new", map, codes, sealer);
    }

    /** @param need which of the record's properties is to be shown */
    private ChangedValue(String field, String need, GraphMap map, CodeLists codes, Sealer sealer) {
        this.field = field;
        this.need = need;
        this.map = map;
        this.codes = codes;
        this.sealer = sealer;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public CompletableFuture<List<@Nullable Object>> compute(List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (Map<String, @Nullable Object> row : rows) {
            String stored = String.valueOf(row.get(need));
            MapField changed = map.nodeTypes()
                    .filter(type -> type.label().equals(row.get("label")))
                    .findFirst()
                    .map(NodeType::fields)
                    .map(fields -> fields.get(String.valueOf(row.get("name"))))
                    .orElse(null);
            boolean merged = Edits.DUPLICATE.equals(row.get("name"));
            if (stored.isEmpty() || (!merged && (changed == null || !isShown(changed.visibility(), viewer)))) {
                values.add(null);
            } else {
                values.add(changed == null ? stored.substring(1) : shown(changed, stored.substring(1), viewer));
            }
        }
        return CompletableFuture.completedFuture(values);
    }

    /** A rule is asked of a node as it is now, which tells nothing of the value that it had then. */
    private static boolean isShown(Visibility visibility, Viewer viewer) {
        return visibility.admits(viewer) && visibility.rule() == null;
    }

    private String shown(MapField changed, String stored, Viewer viewer) {
        if (!(changed instanceof PropertyField property)) {
            return stored;
        }
        String list = property.codeList();
        if (list != null) {
            return codes.label(list, stored, viewer.speaksEnglish());
        }
        String plain = property.secrecy().sealed() ? sealer.open(stored) : stored;
        String mask = property.secrecy().mask();
        return mask == null || viewer.hasAnyOf(property.secrecy().unmasked())
                ? plain
                : Mask.valueOf(mask).apply(plain);
    }
}
