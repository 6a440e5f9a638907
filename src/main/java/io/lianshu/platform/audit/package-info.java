/** What was done to the hub and taken out of it, as a chain that nobody alters unseen. */
@NullMarked
@NamedInterface("audit")
package io.lianshu.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
