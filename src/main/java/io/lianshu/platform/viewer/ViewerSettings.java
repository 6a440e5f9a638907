package io.lianshu.platform.viewer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may be chosen as viewer by a header.
 *
 * @param demo whether the hub is in demo mode; when absent it is, unless an external graph is named
 * @param neo4j the external graph, if any
 * @param demoViewers whom the fixed demo viewers stand for, by the slug of their role
 * @param limits how much an account may ask
 */
@ConfigurationProperties("lianshu")
record ViewerSettings(
        @Nullable Boolean demo,
        @Nullable Neo4j neo4j,
        @DefaultValue Map<String, DemoViewer> demoViewers,
        @DefaultValue Limits limits) {

    ViewerSettings {
        demoViewers = Map.copyOf(demoViewers);
    }

    boolean isDemo() {
        return demo == null ? neo4j == null || neo4j.uri == null || neo4j.uri.isBlank() : demo;
    }

    record Neo4j(@Nullable String uri) {}

    /** @param rate requests in a second that an account may send, ten times as many at once; 0 for no limit */
    record Limits(@DefaultValue("50") long rate) {}

    /**
     * @param person id of the person behind the role's demo viewer
     * @param employeeNo number in the office of the person behind the role's demo account, where the id is not known
     * @param company id of the company it acts for
     */
    record DemoViewer(
            @Nullable String person,
            @Nullable String employeeNo,
            @Nullable String company) {}
}
