package io.lianshu.architecture.broken.now;

import java.time.Instant;

class AsksWithoutZone {

    Instant instant() {
        return Instant.now();
    }
}
