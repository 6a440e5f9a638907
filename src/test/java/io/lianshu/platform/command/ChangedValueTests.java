package io.lianshu.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaParser;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.GraphMapReader;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The history shows no more than the field does. */
class ChangedValueTests {

    private static final GraphMap MAP = GraphMapReader.read(new SchemaParser().parse("""
            directive @node(kind: String!, key: [String!]) on OBJECT
            directive @visible(to: [ViewerRole!], rule: String) on OBJECT | FIELD_DEFINITION
            enum ViewerRole { SUPERVISOR AGENT }
            interface Node { id: ID! }
            type Thing implements Node @node(kind: "thg", key: ["open"]) {
                id: ID!
                open: String
                narrow: String @visible(to: [SUPERVISOR])
                ruled: String @visible(to: [SUPERVISOR, AGENT], rule: "privacy/is-viewer")
            }
            type Query { node(id: ID!): Node }
            """));

    @Test
    void whatARoleOrARuleClosesIsClosedInTheHistoryToo() {
        assertThat(seen("open", Role.AGENT)).isEqualTo("x");
        assertThat(seen("narrow", Role.SUPERVISOR)).isEqualTo("x");
        assertThat(seen("narrow", Role.AGENT)).isNull();
        assertThat(seen("ruled", Role.SUPERVISOR)).isNull();
        assertThat(seen("ruled", Role.AGENT)).isNull();
    }

    private static Object seen(String field, Role role) {
        Viewer viewer = new Viewer("usr_a", Set.of(role), null, null, Locale.CHINESE);
        return ChangedValue.before(MAP, null, null)
                .compute(List.of(Map.of("label", "Thing", "name", field, "old", "=x")), viewer)
                .join()
                .get(0);
    }
}
