/** The embedded Neo4j: a child process on this machine, its data directory, and who may use it. Asks nothing of the graph. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: graph", "platform :: identifier", "platform :: refusal"})
package io.lianshu.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
