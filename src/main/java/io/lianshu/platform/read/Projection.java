package io.lianshu.platform.read;

import java.util.List;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;

/**
 * What a selection makes of one row: the steps to take first, the value they and the row's variables give, and the
 * shape of that value.
 */
record Projection(List<Step> steps, Expression value, Shape shape, Cost cost) {

    /** Adds variables to a row and leaves it one row. */
    sealed interface Step {

        OngoingReading after(OngoingReading reading);
    }

    /** A correlated subquery whose statement returns one row with one new variable. */
    record Call(Statement statement, List<IdentifiableElement> imports) implements Step {

        @Override
        public OngoingReading after(OngoingReading reading) {
            return reading.call(statement, imports.toArray(IdentifiableElement[]::new));
        }
    }

    /** The one target of a relation, or null. */
    record Hop(Relationship pattern, Condition condition) implements Step {

        @Override
        public OngoingReading after(OngoingReading reading) {
            return reading.optionalMatch(pattern).where(condition);
        }
    }

    /** The reading with the steps behind it. */
    OngoingReading takenAfter(OngoingReading reading) {
        OngoingReading result = reading;
        for (Step step : steps) {
            result = step.after(result);
        }
        return result;
    }

    /** Whether the database is free to give the rows in another order than the reading had. */
    boolean mayReorder() {
        return steps.stream().anyMatch(Hop.class::isInstance);
    }
}
