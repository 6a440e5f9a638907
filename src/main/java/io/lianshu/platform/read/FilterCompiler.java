package io.lianshu.platform.read;

import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.AbstractType;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * Turns a filter into a condition. The logic has two values: a comparison with an absent property is false, so that
 * {@code not} of it is true.
 */
final class FilterCompiler {

    /** Deeper conditions within conditions cost the database minutes of planning. */
    private static final int DEEPEST = 12;

    private final Compilation compilation;
    private int depth;

    FilterCompiler(Compilation compilation) {
        this.compilation = compilation;
    }

    Condition of(@Nullable Operand filter, String typeName, SymbolicName node) {
        if (!(filter instanceof Operand.Fields fields)) {
            return Cypher.noCondition();
        }
        if (++depth > DEEPEST) {
            throw Refusal.badInput(
                    "FILTER_TOO_DEEP",
                    "filter",
                    "filter：条件嵌套过深（最多" + DEEPEST + "层）",
                    "filter: conditions nested too deep (at most " + DEEPEST + " levels)");
        }
        MapType type = compilation.map().type(typeName);
        Condition result = Cypher.noCondition();
        for (Map.Entry<String, Operand> entry : fields.fields().entrySet()) {
            compilation.condition();
            result = both(result, part(entry.getKey(), entry.getValue(), type, node));
        }
        depth--;
        return result;
    }

    private Condition part(String key, Operand value, MapType type, SymbolicName node) {
        return switch (key) {
            case "and" -> several(value, type, node, true);
            case "or" -> several(value, type, node, false);
            case "not" -> no(of(value, type.name(), node));
            default -> field(key, value, type, node);
        };
    }

    private Condition field(String key, Operand value, MapType type, SymbolicName node) {
        if (type instanceof AbstractType union && union.union()) {
            NodeType member = member(union, key);
            return Cypher.raw(node.getValue() + ":" + member.label())
                    .asCondition()
                    .and(of(value, member.name(), node));
        }
        MapField field = type.fields().get(key);
        if (field instanceof PropertyField property) {
            compilation.requireOpen(type.name(), field);
            return new ValueConditions(compilation, type.name(), property).of(value, node);
        }
        if (field instanceof RelationField relation) {
            compilation.requireOpen(type.name(), field);
            return relation.plurality() == Plurality.ONE
                    ? some(value, relation, node)
                    : related((Operand.Fields) value, relation, node);
        }
        throw new IllegalStateException("No filter for " + type.name() + "." + key);
    }

    private Condition several(Operand value, MapType type, SymbolicName node, boolean all) {
        List<Operand> items = value instanceof Operand.Items list ? list.items() : List.of(value);
        if (!all && items.isEmpty()) {
            return Compilation.never();
        }
        Condition result = Cypher.noCondition();
        for (Operand item : items) {
            compilation.condition();
            Condition condition = orTrue(of(item, type.name(), node));
            result = all ? result.and(condition) : result.or(condition);
        }
        return result;
    }

    private Condition related(Operand.Fields value, RelationField relation, SymbolicName node) {
        Condition result = Cypher.noCondition();
        for (Map.Entry<String, Operand> entry : value.fields().entrySet()) {
            Condition condition = switch (entry.getKey()) {
                case "some" -> some(entry.getValue(), relation, node);
                case "none" -> some(entry.getValue(), relation, node).not();
                case "every" -> exception(entry.getValue(), relation, node).not();
                default -> throw new IllegalStateException("No quantifier " + entry.getKey());
            };
            result = both(result, condition);
        }
        return result;
    }

    private Condition some(Operand filter, RelationField relation, SymbolicName node) {
        SymbolicName other = compilation.fresh("f");
        return exists(relation, node, other, of(filter, relation.target(), other));
    }

    /** Whether a visible target does not satisfy the filter. */
    private Condition exception(Operand filter, RelationField relation, SymbolicName node) {
        SymbolicName other = compilation.fresh("f");
        return exists(relation, node, other, no(of(filter, relation.target(), other)));
    }

    private Condition exists(RelationField relation, SymbolicName node, SymbolicName other, Condition condition) {
        compilation.subquery();
        Condition visible = compilation.reachable(relation, node, other);
        return Cypher.exists(Cypher.match(Patterns.along(compilation.map(), relation, node, other, null))
                .where(orTrue(both(visible, condition)))
                .returning(other)
                .build());
    }

    private static NodeType member(AbstractType union, String key, GraphMap map) {
        String name = key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
        return (NodeType)
                map.type(union.members().contains(name) ? name : union.members().get(0));
    }

    private NodeType member(AbstractType union, String key) {
        return member(union, key, compilation.map());
    }

    private static Condition no(Condition condition) {
        if (condition == Cypher.noCondition()) {
            return Compilation.never();
        }
        return Cypher.coalesce(asExpression(condition), Cypher.literalFalse())
                .asCondition()
                .not();
    }

    private static Expression asExpression(Condition condition) {
        return condition;
    }

    /** Both; the builder would make of two that are empty one that no longer says so. */
    static Condition both(Condition left, Condition right) {
        if (left == Cypher.noCondition()) {
            return right;
        }
        return right == Cypher.noCondition() ? left : left.and(right);
    }

    static Condition orTrue(Condition condition) {
        return condition == Cypher.noCondition() ? Cypher.literalTrue().asCondition() : condition;
    }
}
