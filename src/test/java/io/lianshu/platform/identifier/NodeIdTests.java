package io.lianshu.platform.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class NodeIdTests {

    @Test
    void anIdOfAKeyNeverChanges() {
        assertThat(NodeId.of("prj", List.of("2017-440607-70-03-006747"))).isEqualTo("prj_fmsnkmxdgknw7s245ker2b2b4x");
    }

    @Test
    void partsOfAKeyDoNotRunTogether() {
        assertThat(NodeId.of("lot", List.of("a", "bc"))).isNotEqualTo(NodeId.of("lot", List.of("ab", "c")));
        assertThat(NodeId.of("lot", List.of("a"))).isNotEqualTo(NodeId.of("lot", List.of("a", "")));
    }

    @Property(tries = 200)
    void everyIdIsWellFormedAndTellsItsKind(@ForAll @NotEmpty List<String> key) {
        String id = NodeId.of("bid", key);
        assertThat(NodeId.isWellFormed(id)).isTrue();
        assertThat(NodeId.kindOf(id)).isEqualTo("bid");
        assertThat(NodeId.of("bid", key)).isEqualTo(id);
        assertThat(NodeId.of("bib", key).substring(4)).isNotEqualTo(id.substring(4));
    }

    @Test
    void randomIdsDiffer() {
        String id = NodeId.random("prj");
        assertThat(NodeId.isWellFormed(id)).isTrue();
        assertThat(NodeId.random("prj")).isNotEqualTo(id);
    }

    @Test
    void whatIsNoIdIsToldApart() {
        String tail = NodeId.random("prj").substring(4);
        assertThat(List.of(
                        "", "_", "prj", "prj_", tail, "p_" + tail, "projx_" + tail, "PRJ_" + tail, "prj_" + tail + "a"))
                .noneMatch(NodeId::isWellFormed);
        assertThat(NodeId.isWellFormed("prj_" + tail.substring(1) + "1")).isFalse();
        assertThatThrownBy(() -> NodeId.kindOf("prj_")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NodeId.random("Prj")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NodeId.of("prj", List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
