package io.lianshu.platform.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.driver.Value;

/** Shapes over a page: its rows come in the order of reading, one more than asked when there is more. */
final class PageShapes {

    private PageShapes() {}

    /**
     * How the rows of a page lie.
     *
     * @param limit name of the parameter with one more than the page's size
     * @param continued whether a cursor was given, so that something lies on the page's other side
     */
    record Layout(String limit, boolean backward, boolean continued) {

        static Layout of(Page page) {
            Parameter<?> limit = page.limit();
            return new Layout(limit.getName(), page.backward(), page.cursor() != null);
        }

        private int shown(Value rows, Completion completion) {
            return Math.min(rows.size(), completion.number(limit) - 1);
        }

        private Value row(Value rows, int shown, int index) {
            return rows.get(backward ? shown - 1 - index : index);
        }

        private boolean hasMore(Value rows, Completion completion) {
            return rows.size() >= completion.number(limit);
        }
    }

    /** The page's edges in the list's order. */
    record EdgesShape(Layout layout, Shape edge) implements Shape {

        @Override
        public @Nullable Object complete(Value rows, Completion completion) {
            int shown = layout.shown(rows, completion);
            List<@Nullable Object> result = new ArrayList<>(shown);
            boolean bubbles = false;
            for (int index = 0; index < shown; index++) {
                completion.enter(index);
                Object completed = edge.complete(layout.row(rows, shown, index), completion);
                completion.leave();
                bubbles |= completed == BUBBLE;
                result.add(completed);
            }
            return bubbles ? BUBBLE : result;
        }

        @Override
        public boolean isComputed() {
            return edge.isComputed();
        }

        @Override
        public void gather(Value rows, Gathering gathering) {
            rows.values().forEach(row -> edge.gather(row, gathering));
        }
    }

    /**
     * Where the page lies.
     *
     * @param cursor the rows' column of cursor values, negative when no cursor is selected
     */
    record PageInfoShape(Layout layout, Keys keys, List<String> names, int cursor, CursorShape cursors)
            implements Shape {

        @Override
        public @Nullable Object complete(Value rows, Completion completion) {
            int shown = layout.shown(rows, completion);
            boolean more = layout.hasMore(rows, completion);
            @Nullable Object[] values = new Object[names.size()];
            for (int index = 0; index < values.length; index++) {
                values[index] = switch (names.get(index)) {
                    case "hasNextPage" -> layout.backward() ? layout.continued() : more;
                    case "hasPreviousPage" -> layout.backward() ? more : layout.continued();
                    case "startCursor" -> shown == 0 ? null : cursorOf(layout.row(rows, shown, 0), completion);
                    case "endCursor" -> shown == 0 ? null : cursorOf(layout.row(rows, shown, shown - 1), completion);
                    default -> keys.typeName();
                };
            }
            return new CompletedObject(keys, values);
        }

        private @Nullable Object cursorOf(Value row, Completion completion) {
            return cursors.complete(row.get(cursor), completion);
        }
    }

    /** The signed text of a row's cursor values. */
    record CursorShape(Cursors cursors, String context, List<String> scalars) implements Shape {
        @Override
        public @Nullable Object complete(Value values, Completion completion) {
            return cursors.encode(context + completion.viewer().name(), scalars, values);
        }
    }
}
