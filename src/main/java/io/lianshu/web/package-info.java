/** The page to try questions on (试用页): GraphiQL under a strip where one chooses who asks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: viewer"})
package io.lianshu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
