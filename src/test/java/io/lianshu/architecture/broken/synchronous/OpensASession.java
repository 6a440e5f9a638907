package io.lianshu.architecture.broken.synchronous;

import org.neo4j.driver.Driver;

class OpensASession {

    long answer(Driver driver) {
        try (var session = driver.session()) {
            return session.hashCode();
        }
    }
}
