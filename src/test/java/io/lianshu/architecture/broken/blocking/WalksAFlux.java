package io.lianshu.architecture.broken.blocking;

import reactor.core.publisher.Flux;

class WalksAFlux {

    Iterable<String> names(Flux<String> names) {
        return names.toIterable();
    }
}
