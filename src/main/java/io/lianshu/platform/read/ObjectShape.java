package io.lianshu.platform.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** An object whose fields stand at positions of a list; a null list is a null object. */
final class ObjectShape implements Shape {

    /**
     * One field.
     *
     * @param position column of its value; {@link #WITHIN} when its own columns stand in this row, and otherwise
     *     negative when the shape needs none
     * @param required whether the SDL allows no null here
     */
    record Entry(String key, int position, Shape shape, boolean required) {}

    /** The position of a field whose shape reads this very row. */
    static final int WITHIN = -2;

    private final Keys keys;
    private final Entry[] entries;
    private final boolean computed;

    ObjectShape(String typeName, List<Entry> entries) {
        this.keys = new Keys(typeName, entries.stream().map(Entry::key).toList());
        this.entries = entries.toArray(Entry[]::new);
        this.computed = entries.stream().anyMatch(entry -> entry.shape().isComputed());
    }

    @Override
    public @Nullable Object complete(Value value, Completion completion) {
        if (value.isNull()) {
            return null;
        }
        @Nullable Object[] values = new Object[entries.length];
        boolean bubbles = false;
        for (int index = 0; index < entries.length; index++) {
            Entry entry = entries[index];
            completion.enter(entry.key());
            Object field = entry.shape().complete(column(value, entry), completion);
            completion.leave();
            values[index] = completion.settled(field, entry.required(), entry.key());
            bubbles |= values[index] == BUBBLE;
        }
        return bubbles ? BUBBLE : new CompletedObject(keys, values);
    }

    @Override
    public boolean isComputed() {
        return computed;
    }

    @Override
    public void gather(Value value, Gathering gathering) {
        if (!computed || value.isNull()) {
            return;
        }
        for (Entry entry : entries) {
            if (entry.shape().isComputed()) {
                entry.shape().gather(column(value, entry), gathering);
            }
        }
    }

    private static Value column(Value row, Entry entry) {
        if (entry.position() >= 0) {
            return row.get(entry.position());
        }
        return entry.position() == WITHIN ? row : Values.NULL;
    }
}
