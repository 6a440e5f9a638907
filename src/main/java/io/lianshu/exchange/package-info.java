/**
 * Brings tables into the graph by a mapping file, row by row and safely repeatable, and single rows by hand; reads and writes
 * OCDS. What comes in knows no noun by name: what OCDS calls a thing is said by its mapping.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: audit",
            "platform :: map",
            "platform :: read",
            "platform :: code",
            "platform :: command",
            "platform :: graph",
            "platform :: identifier",
            "platform :: refusal",
            "platform :: scalar",
            "platform :: secret",
            "platform :: viewer",
            "platform :: write"
        })
package io.lianshu.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
