package io.lianshu.architecture.broken.blocking;

import java.util.concurrent.CompletableFuture;

class JoinsAFuture {

    String name(CompletableFuture<String> name) {
        return name.join();
    }
}
