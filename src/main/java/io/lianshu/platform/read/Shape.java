package io.lianshu.platform.read;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * How a value that the statement returns becomes a value of the response. Objects come as positional lists; their keys
 * are in the shape alone.
 */
interface Shape {

    /** What {@link #complete} returns when a null had to be where none may be: the parent becomes null instead. */
    Object BUBBLE = new Object() {
        @Override
        public String toString() {
            return "BUBBLE";
        }
    };

    /**
     * The response's value: a JSON-ready scalar, a {@link CompletedObject}, a list, null, or {@link #BUBBLE}. A null
     * result is judged by whoever holds the field.
     */
    @Nullable
    Object complete(Value value, Completion completion);

    /** Whether anything below is computed by Java. */
    default boolean isComputed() {
        return false;
    }

    /** Hands the inputs of computed fields below to the gathering. */
    default void gather(Value value, Gathering gathering) {}
}
