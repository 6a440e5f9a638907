/** Refusals: what the hub says when it will not do something, and their way into GraphQL errors. */
@NullMarked
@NamedInterface("refusal")
package io.lianshu.platform.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
