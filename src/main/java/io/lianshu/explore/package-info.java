/**
 * How any two nodes are related: what lies around one, the paths between two, and what companies share. Its code knows no type of
 * the domain; the statement of {@code sharedEntities} does.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: code",
            "platform :: identifier",
            "platform :: map",
            "platform :: read",
            "platform :: refusal",
            "platform :: secret",
            "platform :: viewer"
        })
package io.lianshu.explore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
