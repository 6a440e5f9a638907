package io.lianshu.platform.read;

import org.jspecify.annotations.Nullable;

/**
 * A root field's answer that is complete already.
 *
 * @param required whether a null here must make the whole answer null
 */
record PassedThrough(@Nullable Object data, boolean required) {}
