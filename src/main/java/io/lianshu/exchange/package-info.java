/** Brings tables into the graph by a mapping file, row by row and safely repeatable. It knows no noun by name. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: map",
            "platform :: code",
            "platform :: graph",
            "platform :: identifier",
            "platform :: refusal",
            "platform :: scalar",
            "platform :: secret",
            "platform :: write"
        })
package io.lianshu.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
