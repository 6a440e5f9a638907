/** Commands of clients: each a mutation, carried out whole or not at all, once for a client's key, and remembered. */
@NullMarked
@NamedInterface("command")
package io.lianshu.platform.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
