package io.lianshu.platform.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.ViewerSettings.DemoViewer;
import io.lianshu.platform.viewer.ViewerSettings.Neo4j;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoViewersTests {

    @Test
    void everyRoleHasItsViewer() {
        DemoViewers viewers = new DemoViewers(new ViewerSettings(true, null, Map.of(), new ViewerSettings.Limits(0)));
        for (Role role : Role.values()) {
            assertThat(viewers.named(role.slug()).roles()).isEqualTo(Set.of(role));
        }
        assertThat(viewers.named("public")).isEqualTo(Viewer.PUBLIC);
    }

    @Test
    void aViewerStandsForWhomTheSettingsName() {
        DemoViewers viewers = new DemoViewers(new ViewerSettings(
                true, null, Map.of("agent", new DemoViewer("per_1", null, null)), new ViewerSettings.Limits(0)));
        assertThat(viewers.named("agent").personId()).isEqualTo("per_1");
        assertThatThrownBy(() -> new DemoViewers(new ViewerSettings(
                        true, null, Map.of("king", new DemoViewer(null, null, null)), new ViewerSettings.Limits(0))))
                .hasMessageContaining("king");
    }

    @Test
    void theHeaderWorksInDemoModeOnly() {
        assertThatThrownBy(() -> viewers(false, null).named("analyst"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("DEMO_ONLY"));
        assertThatThrownBy(() -> viewers(null, "bolt://graph:7687").named("analyst"))
                .isInstanceOf(Refusal.class);
        assertThat(viewers(null, null).named("analyst").name()).isEqualTo("demo-analyst");
        assertThat(viewers(null, " ").named("analyst").name()).isEqualTo("demo-analyst");
        assertThat(viewers(true, "bolt://graph:7687").named("analyst").name()).isEqualTo("demo-analyst");
    }

    private static DemoViewers viewers(Boolean demo, String uri) {
        return new DemoViewers(new ViewerSettings(demo, new Neo4j(uri), Map.of(), new ViewerSettings.Limits(0)));
    }
}
