package io.lianshu.access;

import io.lianshu.platform.graph.OwnsItsThread;
import io.lianshu.platform.identifier.NodeId;
import io.lianshu.platform.viewer.DemoViewers;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One account for each role in demo mode: its name is the role's, its password {@link #PASSWORD}. */
@OwnsItsThread
final class DemoAccounts {

    static final String PASSWORD = "demo";

    private final LoginGraph graph;
    private final DemoViewers viewers;
    private final Passwords passwords;
    private final Clock clock;

    DemoAccounts(LoginGraph graph, DemoViewers viewers, Passwords passwords, Clock clock) {
        this.graph = graph;
        this.viewers = viewers;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Makes those that are not there yet; asked for when one of them logs in, when the district that they belong to is in. */
    void provide() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Viewer viewer : viewers.byRole()) {
            Role role = viewer.roles().iterator().next();
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", NodeId.of("usr", List.of(role.slug())));
            row.put("grant", NodeId.of("grt", List.of(role.slug())));
            row.put("username", role.slug());
            row.put("role", role.name());
            row.put("person", viewer.personId());
            row.put("employeeNo", viewers.employeeNo(role));
            row.put("company", viewer.companyId());
            rows.add(row);
        }
        graph.demo(rows, passwords.hash(PASSWORD), ZonedDateTime.now(clock));
    }
}
