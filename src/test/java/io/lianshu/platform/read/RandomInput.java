package io.lianshu.platform.read;

import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.GroupKey;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.AbstractType;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.Measures;
import io.lianshu.platform.viewer.Viewer;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

/** Random arguments that are right: mostly of values that occur in the graph, only of what the viewer may compare. */
final class RandomInput {

    /** A value that may be drawn again. */
    record Pick(Object chosen, Supplier<Object> again) {}

    /** A name of an enum's value. */
    record Constant(String name) {}

    private final GraphMap map;
    private final SampleGraph graph;
    private final Viewer viewer;
    private final Random random;
    private int sealed;

    RandomInput(GraphMap map, SampleGraph graph, Viewer viewer, Random random) {
        this.map = map;
        this.graph = graph;
        this.viewer = viewer;
        this.random = random;
    }

    Pick pick(Supplier<Object> draw) {
        return new Pick(draw.get(), draw);
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Whether the viewer may filter, order and group by the field. */
    boolean isOpen(MapField field) {
        return field.visibility().admits(viewer)
                && !(field instanceof PropertyField property
                        && property.secrecy().mask() != null
                        && !property.secrecy().sealed()
                        && !viewer.hasAnyOf(property.secrecy().unmasked()));
    }

    /** Whether the viewer may search the type's names: none of its texts is masked for the viewer. */
    boolean isSearchable(String typeName) {
        return map.type(typeName).fields().values().stream()
                .allMatch(field -> !(field instanceof PropertyField property)
                        || property.secrecy().sealed()
                        || property.secrecy().mask() == null
                        || isOpen(field));
    }

    Object filter(String typeName, int depth) {
        Map<String, Object> result = new LinkedHashMap<>();
        MapType type = map.type(typeName);
        int conditions = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2);
        for (int count = 0; count < conditions; count++) {
            int kind = random.nextInt(10);
            if (kind == 0 && depth > 0) {
                result.put("and", filters(typeName, depth));
            } else if (kind == 1 && depth > 0) {
                result.put("or", filters(typeName, depth));
            } else if (kind == 2 && depth > 0) {
                result.put("not", filter(typeName, depth - 1));
            } else if (type instanceof AbstractType union && union.union()) {
                String member = one(union.members());
                result.put(
                        member.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + member.substring(1),
                        filter(member, depth - 1));
            } else {
                MapField field = one(List.copyOf(type.fields().values()));
                Object condition = isOpen(field) ? condition(type, field, depth) : null;
                if (condition != null) {
                    result.put(field.name(), condition);
                }
            }
        }
        return result;
    }

    private List<Object> filters(String typeName, int depth) {
        List<Object> result = new ArrayList<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            result.add(filter(typeName, depth - 1));
        }
        return random.nextInt(12) == 0 ? List.of() : result;
    }

    private Object condition(MapType type, MapField field, int depth) {
        if (field instanceof RelationField relation) {
            if (depth <= 0) {
                return null;
            }
            return relation.plurality() == Plurality.ONE
                    ? filter(relation.target(), depth - 1)
                    : Map.of(one(List.of("some", "none", "every")), filter(relation.target(), depth - 1));
        }
        if (!(field instanceof PropertyField property) || property.type().equals("Mood")) {
            return null;
        }
        if (random.nextInt(6) == 0 && !property.type().equals("ID")) {
            return Map.of("isNull", pick(random::nextBoolean));
        }
        if (property.list()) {
            return Map.of("has", pick(() -> one(SampleGraph.WORDS)));
        }
        if (property.type().equals("GeoPoint")) {
            return Map.of("within", near());
        }
        Supplier<Object> value = () -> value(type, property);
        boolean exact = property.secrecy().sealed()
                || property.type().equals("ID")
                || property.type().equals("Code");
        List<String> operators = property.type().equals("Boolean")
                ? List.of("eq")
                : exact
                        ? List.of("eq", "ne", "in")
                        : property.type().equals("String")
                                ? List.of("eq", "ne", "in", "contains", "startsWith", "endsWith")
                                : List.of("eq", "ne", "in", "lt", "lte", "gt", "gte");
        Map<String, Object> result = new LinkedHashMap<>();
        for (int count = random.nextInt(2); count >= 0; count--) {
            if (property.secrecy().sealed() && ++sealed > Compilation.MOST_SEALED) {
                break;
            }
            String operator = one(operators);
            if (operator.equals("in")) {
                List<Object> values = new ArrayList<>();
                for (int items = random.nextInt(4); items > 0; items--) {
                    values.add(pick(value));
                }
                result.put(operator, values);
            } else if (List.of("contains", "startsWith", "endsWith").contains(operator)) {
                result.put(operator, pick(() -> part((String) value.get())));
            } else {
                result.put(operator, pick(value));
            }
        }
        return result;
    }

    private String part(String text) {
        int from = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
        return random.nextBoolean() ? text.substring(from) : text.substring(0, from);
    }

    /** A value of the property as it occurs in the graph, written as clients write it. */
    private Object value(MapType type, PropertyField property) {
        if (property.type().equals("ID")) {
            return id(one(map.concrete(type.name())).name());
        }
        List<Object> values = graph.nodes.stream()
                .filter(node -> map.concrete(type.name()).stream()
                        .anyMatch(member -> member.name().equals(node.type())))
                .map(node -> node.value(property.name()))
                .filter(Objects::nonNull)
                .toList();
        Object value = values.isEmpty() ? null : one(values);
        return switch (property.type()) {
            case "Int" -> value == null ? 1 : (int) value + random.nextInt(3) - 1;
            case "Long" -> value == null ? 1L : value;
            case "Float" -> value == null ? 0.5 : value;
            case "Boolean" -> random.nextBoolean();
            case "Money" -> (value == null ? new BigDecimal("1.00") : (BigDecimal) value).toPlainString();
            case "Date" -> value == null ? "2024-02-29" : value.toString();
            case "DateTime" -> written(value == null ? SampleGraph.NOW : (OffsetDateTime) value);
            case "Code" -> one(List.of("ONE", "TWO"));
            default -> value == null ? "无此" : value;
        };
    }

    private String written(OffsetDateTime time) {
        OffsetDateTime shifted = random.nextBoolean() ? time : time.withOffsetSameInstant(ZoneOffset.UTC);
        return java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(shifted);
    }

    /** An id of the type; sometimes of a node that is not there. */
    String id(String type) {
        List<SampleNode> nodes = graph.of(type);
        return nodes.isEmpty() || random.nextInt(8) == 0
                ? NodeId.of(SampleGraph.KINDS.get(type), List.of("nowhere"))
                : one(nodes).id();
    }

    Object near() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("latitude", pick(() -> 29.79 + random.nextInt(60) * 0.001));
        result.put("longitude", pick(() -> 121.5 + random.nextInt(60) * 0.001));
        result.put("metres", pick(() -> 100.0 + random.nextInt(5000)));
        return result;
    }

    Object orders(String typeName) {
        List<String> names = new ArrayList<>();
        MapType type = map.type(typeName);
        if (type.fields().isEmpty()) {
            names.add("id");
        }
        type.fields().values().forEach(field -> {
            if (field instanceof PropertyField property
                    && !property.list()
                    && !property.secrecy().sealed()
                    && !List.of("GeoPoint", "Mood").contains(property.type())
                    && !property.name().equals("promised")
                    && isOpen(property)) {
                names.add(property.name());
            }
        });
        List<Object> result = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            result.add(Map.of(one(names), direction()));
        }
        return result;
    }

    Pick direction() {
        return pick(() -> new Constant(random.nextBoolean() ? "ASC" : "DESC"));
    }

    List<Object> groupKeys(NodeType type) {
        List<GroupKey> open = GroupKey.of(type, map).stream()
                .filter(key -> isOpen(key.source()))
                .toList();
        List<Object> result = new ArrayList<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            result.add(new Constant(one(open).constant()));
        }
        return result;
    }

    List<Object> groupOrders(NodeType type) {
        List<String> measures = Measures.of(type).keySet().stream()
                .filter(name -> isOpen(type.fields().get(name)))
                .toList();
        List<Object> result = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            String measure = measures.isEmpty() || random.nextInt(3) == 0 ? "count" : one(measures);
            boolean time = Measures.of(type).getOrDefault(measure, "").startsWith("Date");
            result.add(Map.of(
                    measure,
                    measure.equals("count")
                            ? direction()
                            : Map.of(
                                    one(time ? List.of("min", "max") : List.of("sum", "average", "min", "max")),
                                    direction())));
        }
        return result;
    }
}
