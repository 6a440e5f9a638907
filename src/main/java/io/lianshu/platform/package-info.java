/** Technical ground every room may stand on: reading the graph, refusals, viewers, identifiers. Knows no domain word. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.lianshu.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
