package io.lianshu.access;

import io.lianshu.engine.TestEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A hub in demo mode that locks after three failures and remembers nothing; one for all tests that enter it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "lianshu.demo=true",
            "lianshu.read.plan-at-start=false",
            "lianshu.access.memory=0s",
            "lianshu.access.attempts=3",
            "lianshu.access.account-attempts=7",
            "server.forward-headers-strategy=framework",
            "lianshu.access.logins-waiting=4"
        })
abstract class EnteredHub {

    @LocalServerPort
    int port;

    AskedAccess hub;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        run("CREATE (:Region {id: 'reg_something'})");
        TestEngine.register(registry);
    }

    @BeforeEach
    void ask() {
        hub = new AskedAccess(port);
        run("MATCH (c:Credential) SET c.failures = 0, c.lockedUntil = null");
    }

    static void run(String statement) {
        try (var session = TestEngine.driver().session()) {
            session.run(statement).consume();
        }
    }
}
