/** A room of a sample. */
@NullMarked
@ApplicationModule(allowedDependencies = {"approval"})
package io.lianshu.architecture.broken.rooms.arrow.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
