package io.lianshu.platform.viewer;

import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.refusal.Refusal.Kind;
import io.lianshu.platform.viewer.ViewerSettings.DemoViewer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fixed viewers of demo mode, one per role. */
@Component
public final class DemoViewers {

    static final String HEADER = "Lianshu-Viewer";

    /** How the names of these viewers begin. */
    static final String PREFIX = "demo-";

    private static final DemoViewer NOBODY = new DemoViewer(null, null, null);

    private final boolean demo;
    private final Map<String, Viewer> viewers = new HashMap<>();
    private final Map<Role, String> employees = new EnumMap<>(Role.class);

    DemoViewers(ViewerSettings settings) {
        this.demo = settings.isDemo();
        for (Role role : Role.values()) {
            DemoViewer behind = settings.demoViewers().getOrDefault(role.slug(), NOBODY);
            viewers.put(
                    role.slug(),
                    new Viewer(
                            PREFIX + role.slug(),
                            Set.of(role),
                            behind.person(),
                            behind.company(),
                            Viewer.PUBLIC.language()));
            if (behind.employeeNo() != null) {
                employees.put(role, behind.employeeNo());
            }
        }
        Set<String> unknown = settings.demoViewers().keySet().stream()
                .filter(slug -> !viewers.containsKey(slug))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("lianshu.demo-viewers names no role: " + unknown);
        }
        viewers.put(Viewer.PUBLIC.name(), Viewer.PUBLIC);
    }

    /** One viewer for each role, named after it: {@code demo-case-officer}. */
    public List<Viewer> byRole() {
        return viewers.values().stream()
                .filter(viewer -> !viewer.roles().isEmpty())
                .toList();
    }

    /** Number in the office of the person behind a role's account; null when none is set. */
    public @Nullable String employeeNo(Role role) {
        return employees.get(role);
    }

    /** The viewer that the header names. */
    Viewer named(String slug) {
        if (!demo) {
            throw new Refusal(
                    "DEMO_ONLY",
                    Kind.FORBIDDEN,
                    HEADER,
                    "请求头 " + HEADER + " 只在演示模式下可用，请去掉它",
                    "The header " + HEADER + " works in demo mode only; leave it out");
        }
        Viewer viewer = viewers.get(slug.strip());
        if (viewer == null) {
            String slugs = Viewer.PUBLIC.name() + ", " + Role.slugs(", ");
            throw Refusal.badInput(
                    "UNKNOWN_VIEWER",
                    HEADER,
                    "请求头 " + HEADER + " 不是已知角色，应为：" + slugs,
                    "The header " + HEADER + " names no role; it must be one of " + slugs);
        }
        return viewer;
    }
}
