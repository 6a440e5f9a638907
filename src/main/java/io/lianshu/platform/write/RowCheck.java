package io.lianshu.platform.write;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room's rule about legal order, dates or amounts that is asked of every imported row. It only warns: files tell what
 * happened, and what happened may have been wrong.
 */
public interface RowCheck {

    /** Before the first row of an import or correction: what was read of the graph for the one before may be old. */
    default void begin() {}

    /** What is odd about the row; empty when nothing is. Called often, from one thread at a time. */
    List<Oddity> check(Row row);

    /** The nodes that one row gives, by their type. */
    interface Row {

        /** Nodes of this GraphQL type, in the mapping's order. */
        List<RowNode> nodes(String type);
    }

    /** One node of a row; only what the row gives is known of it. */
    interface RowNode {

        /** The value of a property as the graph stores it (money in fen), or null when the row does not give it. */
        @Nullable
        Object value(String property);

        /** Nodes of this row to which the row links this one by a relation of this type, either way. */
        List<RowNode> linked(String relation);
    }

    /**
     * Something that may be wrong.
     *
     * @param code stable, upper case with underscores
     * @param field GraphQL {@code Type.field} it is about
     */
    record Oddity(
            String code, String field, String chinese, String english, String chineseRemedy, String englishRemedy) {}
}
