/** The inside of a room of a sample. */
@NullMarked
package io.lianshu.architecture.broken.rooms.inside.company.register;

import org.jspecify.annotations.NullMarked;
