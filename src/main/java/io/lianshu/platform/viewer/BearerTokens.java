package io.lianshu.platform.viewer;

import reactor.core.publisher.Mono;

/** Tells by a bearer token who asks. */
public interface BearerTokens {

    /**
     * The viewer behind the token, with the roles held now.
     *
     * @param token as it stands in the header {@code Authorization}, without the word before it
     * @return fails with a {@link io.lianshu.platform.refusal.Refusal} when the token is none, or is not good any more
     */
    Mono<Viewer> viewer(String token);
}
