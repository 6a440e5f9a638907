/** Regions, departments, centres with their windows, and the people who work in them; not what they decide or trade. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: read", "platform :: viewer"})
package io.lianshu.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
