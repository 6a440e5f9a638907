/** Ways over which operations stream: WebSocket by the protocol graphql-transport-ws, and server-sent events. */
@NullMarked
@NamedInterface("live")
package io.lianshu.platform.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
