/** Assistance to projects by the office's agents: who serves a project, and the visits made to it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"organisation", "project", "approval", "attachment"})
package io.lianshu.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
