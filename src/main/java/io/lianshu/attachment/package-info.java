/** Photos and files by their key in the store; not what they belong to, and not yet the store itself. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: read", "platform :: viewer", "organisation"})
package io.lianshu.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
