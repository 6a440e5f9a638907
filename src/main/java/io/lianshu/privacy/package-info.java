/** What people may ask of the hub about their own data: consent, how long it is kept, what is held, erasure. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: audit",
            "platform :: code",
            "platform :: command",
            "platform :: graph",
            "platform :: identifier",
            "platform :: read",
            "platform :: refusal",
            "platform :: secret",
            "platform :: viewer",
            "organisation",
            "agency",
            "access"
        })
package io.lianshu.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
