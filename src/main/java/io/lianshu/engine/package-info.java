/**
 * The embedded Neo4j: a child process on this machine, its data directory, who may use it, its backup and restore. Asks
 * nothing of the graph.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: audit",
            "platform :: graph",
            "platform :: identifier",
            "platform :: refusal",
            "platform :: secret"
        })
package io.lianshu.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
