/** Routes with their items, and each project's approvals, with the desk they lie on; not the visits that push them on. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform :: read", "platform :: viewer", "organisation", "project", "policy"})
package io.lianshu.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
