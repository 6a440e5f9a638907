/** Documents that lay down rules, and the limits, day targets, rates and calendar they set; not what is done under them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform :: read", "platform :: refusal", "platform :: viewer", "organisation"})
package io.lianshu.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
