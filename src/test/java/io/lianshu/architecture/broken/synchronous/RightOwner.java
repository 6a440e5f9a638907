package io.lianshu.architecture.broken.synchronous;

import io.lianshu.platform.graph.OwnsItsThread;
import org.neo4j.driver.Driver;

@OwnsItsThread
class RightOwner {

    long answer(Driver driver) {
        try (var session = driver.session()) {
            return session.hashCode();
        }
    }
}
