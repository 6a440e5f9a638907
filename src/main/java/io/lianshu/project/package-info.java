/** Investment projects with their owners and builders; not their approvals or tenders. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: read", "platform :: viewer", "organisation", "company"})
package io.lianshu.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
