/** A room of a sample. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.lianshu.architecture.broken.rooms.right.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
