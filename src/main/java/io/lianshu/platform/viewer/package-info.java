/** Who asks: the viewer on whose behalf every read runs. */
@NullMarked
@NamedInterface("viewer")
package io.lianshu.platform.viewer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
