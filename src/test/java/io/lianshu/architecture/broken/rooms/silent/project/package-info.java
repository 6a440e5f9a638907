/** A room of a sample. */
@NullMarked
package io.lianshu.architecture.broken.rooms.silent.project;

import org.jspecify.annotations.NullMarked;
