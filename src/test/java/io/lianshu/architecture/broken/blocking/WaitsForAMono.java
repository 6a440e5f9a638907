package io.lianshu.architecture.broken.blocking;

import reactor.core.publisher.Mono;

class WaitsForAMono {

    String name(Mono<String> name) {
        return String.valueOf(name.block());
    }
}
