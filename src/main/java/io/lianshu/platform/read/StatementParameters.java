package io.lianshu.platform.read;

import io.lianshu.platform.viewer.Viewer;
import java.util.Map;

/**
 * Gives the statement file of one root field parameters that are none of the field's arguments. A room contributes it as
 * a bean; it is asked once per request, after the {@link ArgumentCheck}.
 */
public interface StatementParameters {

    /** The root field's name. */
    String field();

    /**
     * The parameters by the names that the file has for them.
     *
     * @param arguments the given arguments by name, as coerced; absent ones are not in it
     * @return values that the driver takes; the same names on every call, and none of an argument
     */
    Map<String, Object> parameters(Map<String, Object> arguments, Viewer viewer);
}
