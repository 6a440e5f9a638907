package io.lianshu.platform.read;

import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.refusal.Refusal;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.SymbolicName;
import org.neo4j.driver.Values;

/** Conditions on one property of a node. */
final class ValueConditions {

    private static final int WGS_84 = 4326;

    private final Compilation compilation;
    private final PropertyField property;
    private final UnaryOperator<@Nullable Object> conversion;

    ValueConditions(Compilation compilation, String typeName, PropertyField property) {
        this.compilation = compilation;
        this.property = property;
        this.conversion = Conversions.comparable(compilation.model(), typeName, property);
    }

    Condition of(Operand filter, SymbolicName node) {
        Expression stored = node.property(property.secrecy().sealed() ? property.name() + "Hash" : property.property());
        Condition result = Cypher.noCondition();
        for (Map.Entry<String, Operand> entry :
                ((Operand.Fields) filter).fields().entrySet()) {
            if (property.secrecy().sealed() && !entry.getKey().equals("isNull")) {
                compilation.sealedCondition(property.name(), entry.getValue());
            }
            result = result.and(single(entry.getKey(), entry.getValue(), stored));
        }
        return result;
    }

    private Condition single(String operator, Operand operand, Expression stored) {
        return switch (operator) {
            case "eq" -> stored.isEqualTo(parameter(operand));
            case "ne" -> stored.isNotEqualTo(parameter(operand)).or(stored.isNull());
            case "in" -> stored.in(parameter(operand));
            case "lt" -> stored.lt(parameter(operand));
            case "lte" -> stored.lte(parameter(operand));
            case "gt" -> stored.gt(parameter(operand));
            case "gte" -> stored.gte(parameter(operand));
            case "contains" -> stored.contains(parameter(operand));
            case "startsWith" -> stored.startsWith(parameter(operand));
            case "endsWith" -> stored.endsWith(parameter(operand));
            case "has" -> parameter(operand).in(stored);
            case "isNull" -> operand.equals(new Operand.Constant(true)) ? stored.isNull() : stored.isNotNull();
            case "within" -> within(compilation, operand, stored);
            default -> throw new IllegalStateException("No operator " + operator);
        };
    }

    private Expression parameter(Operand operand) {
        return compilation.parameters().add(operand, conversion);
    }

    /** That a place lies inside a {@code NearInput}. */
    static Condition within(Compilation compilation, Operand circle, Expression place) {
        Operand metres = ((Operand.Fields) circle).fields().get("metres");
        return distance(compilation, circle, place)
                .lte(compilation.parameters().add(metres == null ? circle : metres, ValueConditions::radius));
    }

    /** Metres between a place and the centre of a {@code NearInput}. */
    static Expression distance(Compilation compilation, Operand circle, Expression place) {
        return Cypher.distance(place, compilation.parameters().add(circle, ValueConditions::centre));
    }

    private static @Nullable Object centre(@Nullable Object circle) {
        double latitude = number(circle, "latitude");
        double longitude = number(circle, "longitude");
        require(Math.abs(latitude) <= 90, "latitude", "-90", "90", latitude);
        require(Math.abs(longitude) <= 180, "longitude", "-180", "180", longitude);
        return Values.point(WGS_84, longitude, latitude);
    }

    private static @Nullable Object radius(@Nullable Object metres) {
        double value = metres instanceof Number number ? number.doubleValue() : Double.NaN;
        require(value > 0 && value < 2.1e7, "metres", "0", "21000000", value);
        return value;
    }

    private static double number(@Nullable Object circle, String field) {
        return circle instanceof Map<?, ?> fields && fields.get(field) instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
    }

    private static void require(boolean holds, String field, String from, String to, double value) {
        if (!holds) {
            throw Refusal.badInput(
                    "BAD_PLACE",
                    field,
                    field + "：应在" + from + "到" + to + "之间，收到" + value,
                    field + ": must be between " + from + " and " + to + ", not " + value);
        }
    }
}
