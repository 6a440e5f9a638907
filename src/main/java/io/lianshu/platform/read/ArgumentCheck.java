package io.lianshu.platform.read;

import java.util.Map;

/** Checks the arguments of one root field beyond what their types say. A room contributes it as a bean. */
public interface ArgumentCheck {

    /** The root field's name. */
    String field();

    /**
     * Refuses what is out of range.
     *
     * @param arguments the given arguments by name, as coerced; absent ones are not in it
     * @throws io.lianshu.platform.refusal.Refusal naming the argument, its problem and what would be right
     */
    void check(Map<String, Object> arguments);
}
