/**
 * A deterministic synthetic district (示例区) to ask questions of: nobody in it exists. Each part draws from a stream of
 * its own, so that a new part never shifts the others; all of it enters by the import's front door.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "exchange",
            "exchange :: mapping",
            "platform :: clock",
            "platform :: graph",
            "platform :: refusal",
            "platform :: viewer"
        })
package io.lianshu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
