package io.lianshu.platform.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A list of values.
 *
 * @param itemsRequired whether the SDL allows no null in it
 */
record ListShape(Shape item, boolean itemsRequired) implements Shape {

    @Override
    public @Nullable Object complete(Value value, Completion completion) {
        if (value.isNull()) {
            return null;
        }
        int size = value.size();
        List<@Nullable Object> result = new ArrayList<>(size);
        boolean bubbles = false;
        for (int index = 0; index < size; index++) {
            completion.enter(index);
            Object completed = item.complete(value.get(index), completion);
            completion.leave();
            Object settled = completion.settled(completed, itemsRequired, index);
            bubbles |= settled == BUBBLE;
            result.add(settled);
        }
        return bubbles ? BUBBLE : result;
    }

    @Override
    public boolean isComputed() {
        return item.isComputed();
    }

    @Override
    public void gather(Value value, Gathering gathering) {
        if (!value.isNull()) {
            value.values().forEach(row -> item.gather(row, gathering));
        }
    }
}
