package io.lianshu.platform.read;

import io.lianshu.platform.read.Projection.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/** The columns of one row under construction, with the steps and the cost they bring. */
final class Columns {

    private final Map<String, Integer> known;
    private final List<Expression> expressions;
    private final List<Step> steps;
    private final List<Cost> costs = new ArrayList<>();

    Columns() {
        this(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    }

    private Columns(Map<String, Integer> known, List<Expression> expressions, List<Step> steps) {
        this.known = known;
        this.expressions = expressions;
        this.steps = steps;
    }

    /** The same row seen by an object that stands in it without a list of its own; only what it costs is apart. */
    Columns within() {
        return new Columns(known, expressions, steps);
    }

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
        steps.addAll(projection.steps());
        costs.add(projection.cost());
        expressions.add(projection.value());
        return expressions.size() - 1;
    }

    /** Adds the cost of an object within. */
    void costs(Cost cost) {
        costs.add(cost);
    }

    /** Identities of the shared columns, in the order of the columns. */
    List<String> identities() {
        return List.copyOf(known.keySet());
    }

    /** The whole row as one value. */
    Projection projection(Shape shape) {
        return new Projection(List.copyOf(steps), list(), shape, Cost.of(1, costs()));
    }

    List<Cost> costs() {
        return List.copyOf(costs);
    }

    Expression list() {
        return Cypher.listOf(expressions);
    }
}
