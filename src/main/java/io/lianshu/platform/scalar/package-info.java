/** Scalars: how a value looks in the graph, inside the hub and on the wire. */
@NullMarked
@NamedInterface("scalar")
package io.lianshu.platform.scalar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
