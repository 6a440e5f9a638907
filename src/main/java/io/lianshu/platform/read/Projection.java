package io.lianshu.platform.read;

import java.util.List;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;

/**
 * What a selection makes of one row: the subqueries to call first, the value they and the row's variables give, and the
 * shape of that value.
 */
record Projection(List<Call> calls, Expression value, Shape shape, Cost cost) {

    /** A correlated subquery whose statement returns one row with one new variable. */
    record Call(Statement statement, List<IdentifiableElement> imports) {}

    /** The reading with the subqueries behind it. */
    OngoingReading calledAfter(OngoingReading reading) {
        OngoingReading result = reading;
        for (Call call : calls) {
            result = result.call(call.statement(), call.imports().toArray(IdentifiableElement[]::new));
        }
        return result;
    }
}
