/** The map of the graph, read from the SDL: which type is which label, which field which property or relation. */
@NullMarked
@NamedInterface("map")
package io.lianshu.platform.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
