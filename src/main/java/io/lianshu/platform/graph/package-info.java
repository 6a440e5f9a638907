/** Running named Cypher statements against the graph. */
@NullMarked
@NamedInterface("graph")
package io.lianshu.platform.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
