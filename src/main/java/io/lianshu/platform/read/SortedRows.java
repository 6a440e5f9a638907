package io.lianshu.platform.read;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.SymbolicName;

/** Collects the first rows of a set in an order. */
final class SortedRows {

    private SortedRows() {}

    /** The subquery's statement, which returns the list of the rows' values under the result's name. */
    static Statement collected(
            NodeSet.Match match, List<SortItem> order, Expression limit, Projection row, SymbolicName result) {
        SortItem[] keys = order.toArray(SortItem[]::new);
        OngoingReading first = match.reading().with(match.names()).orderBy(keys).limit(limit);
        OngoingReading taken = row.takenAfter(first);
        if (!row.mayReorder()) {
            return taken.returning(Cypher.collect(row.value()).as(result)).build();
        }
        // Costs nothing where the plan kept the order, which is nearly always: then the planner leaves the sort out.
        SymbolicName item = Cypher.name("row" + match.node().getValue());
        List<IdentifiableElement> handed = new ArrayList<>(match.names());
        handed.add(row.value().as(item));
        return taken.with(handed)
                .orderBy(keys)
                .returning(Cypher.collect(item).as(result))
                .build();
    }
}
