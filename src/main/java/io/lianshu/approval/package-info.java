/** Routes with their items, and each project's approvals: their order, desk and clock; not the visits that push them on. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: code",
            "platform :: command",
            "platform :: feed",
            "platform :: graph",
            "platform :: identifier",
            "platform :: read",
            "platform :: refusal",
            "platform :: viewer",
            "organisation",
            "project",
            "policy"
        })
package io.lianshu.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
