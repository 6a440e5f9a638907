/** A room of a sample. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.lianshu.architecture.broken.rooms.unnamed.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
