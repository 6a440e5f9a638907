package io.lianshu.platform.read;

import io.lianshu.platform.read.Projection.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/** The columns of one row under construction, with the subqueries and the cost they bring. */
final class Columns {

    private final Map<String, Integer> known = new LinkedHashMap<>();
    private final List<Expression> expressions = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Cost> costs = new ArrayList<>();

    /** The position of a column; one with the same identity is shared. */
    int add(String identity, Expression expression) {
        Integer position = known.get(identity);
        if (position == null) {
            position = expressions.size();
            known.put(identity, position);
            expressions.add(expression);
        }
        return position;
    }

    /** The position of a column that is this projection's alone. */
    int add(Projection projection) {
        calls.addAll(projection.calls());
        costs.add(projection.cost());
        expressions.add(projection.value());
        return expressions.size() - 1;
    }

    /** Identities of the shared columns, in the order of the columns. */
    List<String> identities() {
        return List.copyOf(known.keySet());
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Cost> costs() {
        return List.copyOf(costs);
    }

    Expression list() {
        return Cypher.listOf(expressions);
    }
}
