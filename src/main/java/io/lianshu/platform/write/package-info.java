/** Writing nodes and relations as the map describes them: the statements, and what a room may say about a row. */
@NullMarked
@NamedInterface("write")
package io.lianshu.platform.write;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
