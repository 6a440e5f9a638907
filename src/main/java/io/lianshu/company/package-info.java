/** Companies, those who own and lead them, and how they are reached; not what they build or bid for. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: read", "platform :: viewer", "organisation"})
package io.lianshu.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
