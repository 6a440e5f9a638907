package io.lianshu.platform.viewer;

import reactor.core.publisher.Mono;

/** Asks again who asks, for what lasts longer than a request. It lies in the GraphQL context beside the viewer. */
@FunctionalInterface
public interface ViewerNow {

    /** The key in the GraphQL context. */
    Class<ViewerNow> KEY = ViewerNow.class;

    /** The viewer as it is now; fails with a {@link io.lianshu.platform.refusal.Refusal} when there is none any more. */
    Mono<Viewer> viewer();
}
