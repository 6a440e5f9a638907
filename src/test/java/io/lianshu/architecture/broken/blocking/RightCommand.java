package io.lianshu.architecture.broken.blocking;

import picocli.CommandLine.Command;
import reactor.core.publisher.Mono;

@Command(name = "right")
class RightCommand {

    String name(Mono<String> name) {
        return String.valueOf(name.block());
    }
}
