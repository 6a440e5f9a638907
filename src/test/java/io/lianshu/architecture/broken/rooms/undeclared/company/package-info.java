/** A room of a sample. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.lianshu.architecture.broken.rooms.undeclared.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
