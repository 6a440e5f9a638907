/** Digests of what is due and overdue, sent through channels to people whose app is closed; not the live feed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: clock",
            "platform :: code",
            "platform :: command",
            "platform :: graph",
            "platform :: identifier",
            "platform :: secret",
            "platform :: viewer",
            "policy"
        })
package io.lianshu.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
