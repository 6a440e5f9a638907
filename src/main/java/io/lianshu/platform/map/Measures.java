package io.lianshu.platform.map;

import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a type that can be summed or bounded. */
public final class Measures {

    private Measures() {}

    /** Field name to scalar, in the SDL's order. */
    public static Map<String, String> of(NodeType type) {
        Map<String, String> result = new LinkedHashMap<>();
        for (MapField field : type.fields().values()) {
            if (field instanceof PropertyField property
                    && !property.list()
                    && property.comparable()
                    && DerivedValues.ORDERED.contains(property.type())) {
                result.put(field.name(), property.type());
            }
        }
        return result;
    }

    /** Whether values of this scalar can be added up. */
    public static boolean isNumber(String scalar) {
        return DerivedValues.NUMBERS.contains(scalar);
    }
}
