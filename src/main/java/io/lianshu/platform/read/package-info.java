/** The read compiler: one Cypher statement per root field for any selection. */
@NullMarked
@NamedInterface("read")
package io.lianshu.platform.read;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
