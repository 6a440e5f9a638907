package io.lianshu.platform.map;

import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something nodes can be grouped by.
 *
 * @param field name of the group's field
 * @param constant name of the enum value
 * @param type type of the group's field
 * @param source the property or relation behind it
 * @param part YEAR or MONTH of a time, else WHOLE
 */
public record GroupKey(String field, String constant, String type, MapField source, Part part) {

    /** Which part of a value makes the group. */
    public enum Part {
        WHOLE,
        YEAR,
        MONTH
    }

    private static final Set<String> WHOLE = Set.of("String", "Code", "Boolean");
    private static final Set<String> TIMES = Set.of("Date", "DateTime");

    public static List<GroupKey> of(NodeType type, GraphMap map) {
        List<GroupKey> result = new ArrayList<>();
        for (MapField field : type.fields().values()) {
            if (field instanceof PropertyField property && !property.list() && property.comparable()) {
                ofProperty(property, result);
            } else if (field instanceof RelationField relation
                    && relation.plurality() == Plurality.ONE
                    && map.type(relation.target()) instanceof NodeType) {
                result.add(new GroupKey(field.name(), constant(field.name()), relation.target(), field, Part.WHOLE));
            }
        }
        return result;
    }

    private static void ofProperty(PropertyField property, List<GroupKey> result) {
        String name = property.name();
        if (WHOLE.contains(property.type()) && !property.secrecy().sealed()) {
            result.add(new GroupKey(name, constant(name), property.type(), property, Part.WHOLE));
        } else if (TIMES.contains(property.type())) {
            result.add(new GroupKey(name + "Year", constant(name) + "_YEAR", "Int", property, Part.YEAR));
            result.add(new GroupKey(name + "Month", constant(name) + "_MONTH", "String", property, Part.MONTH));
        }
    }

    private static String constant(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
