/** A room of a sample. */
@NullMarked
@ApplicationModule(allowedDependencies = {"company"})
package io.lianshu.architecture.broken.rooms.inside.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
