/** The mapping file: which column of a table becomes which field of which node, checked against the map. */
@NullMarked
@NamedInterface("mapping")
package io.lianshu.exchange.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
