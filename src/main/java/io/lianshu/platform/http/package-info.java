/** The GraphQL endpoint's outer side: request ids, limits on bodies and documents, and the shape of errors. */
@NullMarked
@NamedInterface("http")
package io.lianshu.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
