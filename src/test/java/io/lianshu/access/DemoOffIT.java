package io.lianshu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.engine.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A graph that was in demo mode once has its accounts still, and nobody enters by them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lianshu.demo=false", "lianshu.read.plan-at-start=false", "lianshu.access.memory=0s"})
class DemoOffIT {

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void graph(DynamicPropertyRegistry registry) {
        TestEngine.wipe();
        TestEngine.register(registry);
    }

    @AfterAll
    static void wipe() {
        TestEngine.wipe();
    }

    @Test
    void demoAccountsAreRefusedAndOthersEnter() throws Exception {
        String hash = new Passwords().hash("demo");
        for (String demo : new String[] {"true", "false"}) {
            EnteredHub.run("CREATE (:Account {id: 'usr_" + demo + "', username: 'demo." + demo + "', demo: " + demo
                    + "}), (:Credential {account: 'usr_" + demo + "', hash: '" + hash + "', failures: 0})");
        }
        AskedAccess hub = new AskedAccess(port);
        assertThat(hub.login("demo.false", "demo").status()).isEqualTo(200);
        assertThat(hub.login("demo.true", "demo").code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(hub.login("agent", "demo").code()).as("none is made").isEqualTo("BAD_CREDENTIALS");
        // A session from before is none now.
        AskedAccess.Answer entered = hub.login("demo.false", "demo");
        assertThat(hub.me(entered.access())).isEqualTo("[]");
        EnteredHub.run("MATCH (a:Account {id: 'usr_false'}) SET a.demo = true");
        assertThat(hub.me(entered.access())).isEqualTo("BAD_TOKEN");
        assertThat(hub.refresh(entered.refresh()).code()).isEqualTo("BAD_REFRESH_TOKEN");
    }
}
