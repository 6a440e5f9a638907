/** Identifiers: the hub's own node ids, and the check digits of China's national identifiers. */
@NullMarked
@NamedInterface("identifier")
package io.lianshu.platform.identifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
