/** How any two nodes are related: what lies around one, and the paths between two. Knows no type of the domain. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: code",
            "platform :: map",
            "platform :: read",
            "platform :: refusal",
            "platform :: secret",
            "platform :: viewer"
        })
package io.lianshu.explore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
