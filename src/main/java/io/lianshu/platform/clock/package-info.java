/** The one clock of the program; nothing asks the machine for the time behind its back. */
@NullMarked
@NamedInterface("clock")
package io.lianshu.platform.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
