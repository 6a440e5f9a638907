/** Who may enter: accounts and the roles granted to them, logins, tokens and sessions. What they may see is not decided here. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: audit",
            "platform :: command",
            "platform :: graph",
            "platform :: identifier",
            "platform :: map",
            "platform :: read",
            "platform :: refusal",
            "platform :: secret",
            "platform :: viewer",
            "platform :: write",
            "organisation",
            "company",
            "trading"
        })
package io.lianshu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
