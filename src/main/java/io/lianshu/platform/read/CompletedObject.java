package io.lianshu.platform.read;

import org.jspecify.annotations.Nullable;

/** An object of the response: the keys are its shape's, the values stand in the selection's order. */
final class CompletedObject {

    private final Keys keys;
    private final @Nullable Object[] values;

    /** Takes the array over. */
    CompletedObject(Keys keys, @Nullable Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    Keys keys() {
        return keys;
    }

    int size() {
        return values.length;
    }

    @Nullable
    Object value(int index) {
        return values[index];
    }

    /** The value under a response key, or null. */
    @Nullable
    Object get(String key) {
        for (int index = 0; index < values.length; index++) {
            if (keys.name(index).equals(key)) {
                return values[index];
            }
        }
        return null;
    }

    String typeName() {
        return keys.typeName();
    }
}
