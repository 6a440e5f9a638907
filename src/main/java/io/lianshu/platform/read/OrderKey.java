package io.lianshu.platform.read;

import java.util.List;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.SortItem;

/**
 * One key of an order. Absent values come last when ascending and first when descending, as the database sorts them.
 *
 * @param identity which column it is, so that a selected property is not returned twice
 * @param scalar form of its values in cursors
 * @param nullable whether values may be absent
 */
record OrderKey(Expression expression, String identity, String scalar, boolean descending, boolean nullable) {

    /** The sort item, the other way round for a page that is read backward. */
    SortItem sorted(boolean backward) {
        return expression.sorted(descending != backward ? SortItem.Direction.DESC : SortItem.Direction.ASC);
    }

    /**
     * That a row lies strictly beyond a cursor's values in the order of reading.
     *
     * @param values one parameter for each key
     */
    static Condition beyond(List<OrderKey> keys, List<? extends Expression> values, boolean backward) {
        Condition result = Cypher.noCondition();
        for (int index = keys.size() - 1; index >= 0; index--) {
            OrderKey key = keys.get(index);
            Expression value = values.get(index);
            Condition further = key.further(value, key.descending() != backward);
            result = index == keys.size() - 1
                    ? further
                    : further.or(key.same(value).and(result));
        }
        OrderKey first = keys.get(0);
        boolean falling = first.descending() != backward;
        if (keys.size() > 1 && !first.nullable()) {
            // Implied by the rest; stands here because an index can seek to it.
            Condition bound = falling
                    ? first.expression().lte(values.get(0))
                    : first.expression().gte(values.get(0));
            return bound.and(result);
        }
        return result;
    }

    private Condition further(Expression value, boolean falling) {
        Condition beyond = falling ? expression.lt(value) : expression.gt(value);
        if (!nullable) {
            return beyond;
        }
        return falling
                ? beyond.or(value.isNull().and(expression.isNotNull()))
                : beyond.or(value.isNotNull().and(expression.isNull()));
    }

    private Condition same(Expression value) {
        Condition equal = expression.isEqualTo(value);
        return nullable ? equal.or(expression.isNull().and(value.isNull())) : equal;
    }
}
