package io.lianshu.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.secret.Sealer;
import io.lianshu.platform.viewer.Role;
import io.lianshu.platform.viewer.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExploreArgumentsTests {

    private static final Viewer ANALYST = new Viewer("analyst", Set.of(Role.ANALYST), null, null, Locale.CHINESE);

    @ParameterizedTest
    @CsvSource({
        "depth, 1, 3",
        "limit, 1, 300",
    })
    void a_neighbourhood_is_refused_outside_of_its_range_only(String name, int least, int most) {
        assertInRange(neighbourhood(ShippedMap.read(), Set.of()), name, least, most);
    }

    @ParameterizedTest
    @CsvSource({
        "maxLength, 1, 6",
        "first, 1, 10",
    })
    void paths_are_refused_outside_of_their_range_only(String name, int least, int most) {
        assertInRange(paths(ShippedMap.read(), Set.of()), name, least, most);
    }

    private static void assertInRange(ExploreArguments arguments, String name, int least, int most) {
        assertThatCode(() -> arguments.check(Map.of(name, least))).doesNotThrowAnyException();
        assertThatCode(() -> arguments.check(Map.of(name, most))).doesNotThrowAnyException();
        for (int value : new int[] {least - 1, most + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> arguments.check(Map.of(name, value)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(least + " to " + most)
                    .extracting("code", "field")
                    .containsExactly("BAD_ARGUMENT", name);
        }
    }

    @Test
    void unknown_types_are_refused_with_the_known_ones_named() {
        assertThatThrownBy(() ->
                        paths(ShippedMap.read(), Set.of()).check(Map.of("types", List.of("SUBMITTED", "SUBMITED"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("FOR_LOT");
        assertThatThrownBy(() -> neighbourhood(ShippedMap.read(), Set.of()).check(Map.of("nodeTypes", List.of("Firm"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Company");
    }

    @Test
    void common_nodes_are_passed_only_when_types_are_asked_for() {
        PathsArguments paths = paths(ShippedMap.read(), Set.of("Region"));
        assertThat(passed(paths.parameters(Map.of(), ANALYST))).doesNotContain("Region");
        assertThat(passed(paths.parameters(Map.of("types", List.of("IN")), ANALYST)))
                .contains("Region");
    }

    @Test
    void only_the_types_asked_for_are_followed() {
        Map<String, Object> parameters =
                paths(ShippedMap.read(), Set.of()).parameters(Map.of("types", List.of("IN")), ANALYST);
        assertThat(parameters.get("followed")).isEqualTo(List.of("IN"));
    }

    @Test
    void a_common_type_that_is_not_on_the_map_is_refused_at_start() {
        assertThatThrownBy(() -> paths(ShippedMap.read(), Set.of("Planet"))).hasMessageContaining("Planet");
    }

    @Test
    void a_relation_that_a_viewer_may_not_see_is_neither_followed_nor_read() {
        GraphMap map = ShippedMap.of("""
                interface Node { id: ID! }
                type Query { node(id: ID!): Node @read }
                type A implements Node @node(kind: "aa", key: ["name"]) {
                  id: ID!
                  name: String!
                  secret: [B!]! @relationship(type: "SECRET", direction: OUT) @visible(to: [ANALYST])
                  open: AConnection! @relationship(type: "OPEN", direction: OUT, node: "B", properties: "Carried")
                }
                type B implements Node @node(kind: "bb", key: ["name"]) { id: ID! name: String! }
                type Carried @record {
                  role: String
                  inner: String @visible(to: [ANALYST])
                  phone: String @masked(as: PHONE, except: [CASE_OFFICER])
                }
                """);
        Map<String, Object> forThePublic = paths(map, Set.of()).parameters(Map.of(), Viewer.PUBLIC);
        assertThat(forThePublic.get("followed")).isEqualTo(List.of("OPEN"));
        assertThat(forThePublic.get("shown").toString())
                .contains("role")
                .doesNotContain("inner")
                .doesNotContain("phone");
        Map<String, Object> forAnalysts = paths(map, Set.of()).parameters(Map.of(), ANALYST);
        assertThat(forAnalysts.get("followed")).isEqualTo(List.of("OPEN", "SECRET"));
        assertThat(forAnalysts.get("shown").toString()).contains("inner").doesNotContain("phone");
    }

    private static List<String> passed(Map<String, Object> parameters) {
        return ((List<?>) parameters.get("passed"))
                .stream().map(String::valueOf).toList();
    }

    private static PathsArguments paths(GraphMap map, Set<String> common) {
        return new PathsArguments(map, new RelationTypes(map), titles(map), new ExploreSettings(common, 3000));
    }

    private static NeighbourhoodArguments neighbourhood(GraphMap map, Set<String> common) {
        return new NeighbourhoodArguments(map, new RelationTypes(map), titles(map), new ExploreSettings(common, 3000));
    }

    private static Titles titles(GraphMap map) {
        return new Titles(map, CodeLists.load(), new Plain());
    }

    private record Plain() implements Sealer {

        @Override
        public String hash(String plain) {
            return plain;
        }

        @Override
        public String seal(String plain) {
            return plain;
        }

        @Override
        public String open(String sealed) {
            return sealed;
        }
    }
}
