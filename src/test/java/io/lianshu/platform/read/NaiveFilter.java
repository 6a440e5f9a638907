package io.lianshu.platform.read;

import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.AbstractType;
import java.util.List;
import java.util.Map;

/** Filters as their descriptions say: every condition given must hold; an absent value satisfies only ne and isNull. */
record NaiveFilter(NaiveRules rules) {

    private static final double EARTH = 6378140.0;

    boolean holds(Map<String, ?> filter, String typeName, SampleNode node) {
        return filter == null
                || filter.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .allMatch(entry -> part(entry.getKey(), entry.getValue(), typeName, node));
    }

    @SuppressWarnings("unchecked")
    private boolean part(String key, Object value, String typeName, SampleNode node) {
        if (key.equals("and")) {
            return ((List<Map<String, ?>>) value).stream().allMatch(item -> holds(item, typeName, node));
        }
        if (key.equals("or")) {
            return ((List<Map<String, ?>>) value).stream().anyMatch(item -> holds(item, typeName, node));
        }
        Map<String, Object> conditions = (Map<String, Object>) value;
        if (key.equals("not")) {
            return !holds(conditions, typeName, node);
        }
        MapType type = rules.map().type(typeName);
        if (type instanceof AbstractType union && union.union()) {
            return node.type().equalsIgnoreCase(key) && holds(conditions, node.type(), node);
        }
        MapField field = type.fields().get(key);
        if (field instanceof RelationField relation) {
            return relation.plurality() == Plurality.ONE
                    ? some(conditions, relation, node)
                    : conditions.entrySet().stream()
                            .filter(entry -> entry.getValue() != null)
                            .allMatch(entry -> {
                                Map<String, ?> inner = (Map<String, ?>) entry.getValue();
                                return switch (entry.getKey()) {
                                    case "some" -> some(inner, relation, node);
                                    case "none" -> !some(inner, relation, node);
                                    default ->
                                        rules.reached(relation, node).stream()
                                                .allMatch(row -> holds(inner, relation.target(), row.node()));
                                };
                            });
        }
        Object stored = node.value(key);
        return conditions.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .allMatch(entry -> compare(entry.getKey(), stored, entry.getValue()));
    }

    private boolean some(Map<String, ?> filter, RelationField relation, SampleNode node) {
        return rules.reached(relation, node).stream().anyMatch(row -> holds(filter, relation.target(), row.node()));
    }

    @SuppressWarnings("unchecked")
    private static boolean compare(String operator, Object stored, Object given) {
        if (operator.equals("isNull")) {
            return (boolean) given == (stored == null);
        }
        if (stored == null) {
            return operator.equals("ne");
        }
        return switch (operator) {
            case "eq" -> NaiveOrder.compare(stored, given) == 0;
            case "ne" -> NaiveOrder.compare(stored, given) != 0;
            case "in" -> ((List<?>) given).stream().anyMatch(item -> NaiveOrder.compare(stored, item) == 0);
            case "lt" -> NaiveOrder.compare(stored, given) < 0;
            case "lte" -> NaiveOrder.compare(stored, given) <= 0;
            case "gt" -> NaiveOrder.compare(stored, given) > 0;
            case "gte" -> NaiveOrder.compare(stored, given) >= 0;
            case "contains" -> ((String) stored).contains((String) given);
            case "startsWith" -> ((String) stored).startsWith((String) given);
            case "endsWith" -> ((String) stored).endsWith((String) given);
            case "has" -> ((List<?>) stored).contains(given);
            case "within" -> within((double[]) stored, (Map<String, ?>) given);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    static boolean within(double[] place, Map<String, ?> circle) {
        return place != null && metres(place, circle) <= number(circle, "metres");
    }

    /** Great-circle distance by the haversine formula on the sphere that the database takes for WGS 84. */
    static double metres(double[] place, Map<String, ?> circle) {
        double from = Math.toRadians(number(circle, "latitude"));
        double to = Math.toRadians(place[0]);
        double across = Math.toRadians(number(circle, "longitude")) - Math.toRadians(place[1]);
        double alpha = Math.pow(Math.sin((from - to) / 2), 2)
                + Math.cos(from) * Math.cos(to) * Math.pow(Math.sin(across / 2), 2);
        return EARTH * 2 * Math.atan2(Math.sqrt(alpha), Math.sqrt(1 - alpha));
    }

    private static double number(Map<String, ?> circle, String field) {
        return ((Number) circle.get(field)).doubleValue();
    }
}
