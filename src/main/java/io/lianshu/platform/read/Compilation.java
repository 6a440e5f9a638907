package io.lianshu.platform.read;

import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.SymbolicName;

/** What one compilation shares: the map, the selection, the viewer, and the names and parameters given out so far. */
final class Compilation {

    /** More subqueries than this would cost the database seconds of planning. */
    static final int MOST_SUBQUERIES = 80;

    /** A variable may hold thousands of conditions, and the database plans them one within the other. */
    static final int MOST_CONDITIONS = 200;

    /** Equality on sealed fields finds what is known, and is not for trying out what is not. */
    static final int MOST_SEALED = 5;

    /** Parameters that every statement may use: who asks, and when. */
    static final Set<String> GIVEN = Set.of("viewer", "now");

    private final ReadModel model;
    private final Selections selections;
    private final Viewer viewer;
    private final Parameters parameters = new Parameters();
    private int names;
    private int subqueries;
    private int conditions;
    private final Set<Tried> tried = new HashSet<>();

    private record Tried(String field, Operand value) {}

    Compilation(ReadModel model, Selections selections, Viewer viewer) {
        this.model = model;
        this.selections = selections;
        this.viewer = viewer;
    }

    ReadModel model() {
        return model;
    }

    GraphMap map() {
        return model.map();
    }

    Selections selections() {
        return selections;
    }

    Viewer viewer() {
        return viewer;
    }

    Parameters parameters() {
        return parameters;
    }

    SymbolicName fresh(String prefix) {
        return Cypher.name(prefix + names++);
    }

    /** Counts one more subquery and refuses a selection that has too many. */
    void subquery() {
        if (++subqueries > MOST_SUBQUERIES) {
            throw Refusal.badInput(
                    "SELECTION_TOO_BROAD",
                    null,
                    "一次查询的关联过多（最多" + MOST_SUBQUERIES + "处），请拆成几次查询",
                    "The selection follows too many relations (at most " + MOST_SUBQUERIES
                            + "); split it into several queries");
        }
    }

    /** Counts one more part of a filter and refuses one that has too many. */
    void condition() {
        if (++conditions > MOST_CONDITIONS) {
            throw Refusal.badInput(
                    "FILTER_TOO_LARGE",
                    "filter",
                    "filter：条件过多（最多" + MOST_CONDITIONS + "个），同一字段的多个值请用 in",
                    "filter: too many conditions (at most " + MOST_CONDITIONS
                            + "); give many values of one field with in");
        }
    }

    /** Counts what a sealed field is compared with; a filter that is woven in several times tries its value once. */
    void sealedCondition(String field, Operand value) {
        if (tried.add(new Tried(field, value)) && tried.size() > MOST_SEALED) {
            throw tooManySealed(field);
        }
    }

    /** With how many values sealed fields are compared. */
    int sealedConditions() {
        return tried.size();
    }

    static Refusal tooManySealed(String field) {
        return Refusal.badInput(
                "TOO_MANY_SEALED_VALUES",
                field,
                field + "：一次请求最多" + MOST_SEALED + "个加密字段的条件",
                field + ": at most " + MOST_SEALED + " conditions on sealed fields in one request");
    }

    /** The condition that the viewer may see the node, or true. */
    Condition visible(String type, SymbolicName node) {
        return condition(model.visibility().predicate(type, node.getValue(), viewer));
    }

    /** The same condition as a text for all viewers, in statements that take long to plan. */
    Condition askedWhether(String type, SymbolicName node) {
        return condition(model.visibility().asked(type, node.getValue()));
    }

    private static Condition condition(@Nullable String predicate) {
        return predicate == null ? Cypher.noCondition() : Cypher.raw(predicate).asCondition();
    }

    /** The condition that the viewer reaches the target from its owner: the relation's gate, or the target's own rule. */
    Condition reachable(RelationField relation, SymbolicName owner, SymbolicName target) {
        if (!admits(relation)) {
            return never();
        }
        String gate = relation.gate();
        if (gate == null) {
            return visible(relation.target(), target);
        }
        return hides(relation.target())
                ? never()
                : Cypher.raw(model.visibility().rule(gate, owner.getValue())).asCondition();
    }

    /** A property as the viewer sees it: null where the field's rule closes it. */
    Expression seen(PropertyField property, SymbolicName node) {
        Expression value = node.property(ValueShapes.stored(property));
        String rule = property.visibility().rule();
        return rule == null
                ? value
                : Cypher.caseExpression().when(holds(rule, node)).then(value);
    }

    /** Whether the node's masked value is open to the viewer by a rule; null when by none. */
    @Nullable
    Condition exempt(PropertyField property, SymbolicName node) {
        if (viewer.hasAnyOf(property.secrecy().unmasked())) {
            return null;
        }
        return property.secrecy().exemptions().stream()
                .filter(exemption -> exemption.to().isEmpty() || viewer.hasAnyOf(exemption.to()))
                .map(exemption -> holds(exemption.rule(), node))
                .reduce(Condition::or)
                .orElse(null);
    }

    private Condition holds(String rule, SymbolicName node) {
        return Cypher.raw(model.visibility().rule(rule, node.getValue())).asCondition();
    }

    /** Whether the viewer sees no node of the type. */
    boolean hides(String type) {
        return map().concrete(type).stream()
                .noneMatch(member -> member.visibility().admits(viewer));
    }

    /**
     * A condition that never holds. A literal false would have the database's planner throw away what it stands in, and
     * fail over what is left of some statements; of a parameter it knows nothing.
     */
    static Condition never() {
        return Cypher.parameter("viewer").isNull();
    }

    /** Whether the viewer sees the field at all. */
    boolean admits(MapField field) {
        return field.visibility().admits(viewer);
    }

    /** Refuses to filter, order or group by what the viewer does not see; the answer would tell it. */
    void requireOpen(String type, MapField field) {
        boolean masked = field instanceof PropertyField property
                && property.secrecy().mask() != null
                && !property.secrecy().sealed()
                && !viewer.hasAnyOf(property.secrecy().unmasked());
        if (!admits(field) || masked) {
            throw new Refusal(
                    "FIELD_NOT_OPEN",
                    Refusal.Kind.FORBIDDEN,
                    type + "." + field.name(),
                    "您的角色不能按" + type + "." + field.name() + "筛选、排序或分组，请去掉该条件",
                    "Your role may not filter, order or group by " + type + "." + field.name()
                            + "; leave the condition out");
        }
    }
}
