/** Keys, sealed personal identifiers and masks. Knows nothing of who may see what. */
@NullMarked
@NamedInterface("secret")
package io.lianshu.platform.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
