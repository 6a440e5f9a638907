/** Photos and files of the office's people: taken in, cleaned of places, kept in a store, given out; not what they belong to. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: audit",
            "platform :: graph",
            "platform :: identifier",
            "platform :: read",
            "platform :: refusal",
            "platform :: viewer",
            "organisation"
        })
package io.lianshu.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
