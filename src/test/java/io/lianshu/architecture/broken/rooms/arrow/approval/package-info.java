/** A room of a sample. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.lianshu.architecture.broken.rooms.arrow.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
