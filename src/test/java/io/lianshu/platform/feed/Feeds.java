package io.lianshu.platform.feed;

import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

/** The feed's end for tests of other rooms. */
public final class Feeds {

    private Feeds() {}

    public static Feed of(Driver driver, SessionConfig session) {
        return new Feed(driver, session);
    }
}
