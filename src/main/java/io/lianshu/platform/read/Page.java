package io.lianshu.platform.read;

import io.lianshu.platform.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Parameter;

/**
 * Which part of an ordered list a field asks for.
 *
 * @param backward whether the page is read from its end
 * @param limit parameter with one more than the page's size
 * @param size the size as the request gives it
 * @param cursor place after or before which the page lies, or null
 */
record Page(
        boolean backward,
        Parameter<?> limit,
        Operand size,
        @Nullable Operand cursor) {

    static Page of(Compilation compilation, SelectedField field) {
        Operand first = field.argument("first");
        Operand last = field.argument("last");
        Operand after = field.argument("after");
        Operand before = field.argument("before");
        boolean backward = last != null || (first == null && before != null);
        if ((first != null && last != null) || (backward ? after : before) != null) {
            throw Refusal.badInput(
                    "BAD_PAGE",
                    backward ? "last" : "first",
                    "分页参数：请用 first 与 after 向后取，或用 last 与 before 向前取，不能混用",
                    "Paging: use first with after to go forward, or last with before to go backward, not both");
        }
        Operand given = backward ? last : first;
        Operand size = given == null ? new Operand.Constant(Conversions.USUAL_PAGE) : given;
        Parameter<?> limit = compilation.parameters().add(size, Conversions.pageSize(backward ? "last" : "first"));
        return new Page(backward, limit, size, backward ? before : after);
    }

    /** That a row lies beyond the cursor. */
    Condition beyond(Compilation compilation, List<OrderKey> keys, String context) {
        Operand place = cursor;
        if (place == null) {
            return Cypher.noCondition();
        }
        Cursors cursors = compilation.model().cursors();
        String argument = backward ? "before" : "after";
        List<String> scalars = keys.stream().map(OrderKey::scalar).toList();
        List<Expression> values = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            int position = index;
            values.add(compilation
                    .parameters()
                    .addFor(
                            place,
                            (cursor, viewer) -> cursors.decode(
                                            context + viewer.name(), argument, scalars, String.valueOf(cursor))
                                    .get(position)));
        }
        return OrderKey.beyond(keys, values, backward);
    }
}
