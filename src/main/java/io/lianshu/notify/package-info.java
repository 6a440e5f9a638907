/** Digests of what is due and overdue, sent through channels to people whose app is closed; not the live feed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: clock",
            "platform :: code",
            "platform :: graph",
            "platform :: identifier",
            "policy"
        })
package io.lianshu.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
