package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Description;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.GraphMapReader;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.StatementField;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.SchemaDerivation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The SDL that is shipped fits the graph's own schema, the code lists and the statement files. */
class ShippedMapTests {

    @Test
    void the_sdl_is_read_and_completed_into_a_schema() throws IOException {
        TypeDefinitionRegistry sdl = sdl();
        GraphMap map = GraphMapReader.read(sdl);
        SchemaDerivation.derive(sdl, map);
        assertThat(UnExecutableSchemaGenerator.makeUnExecutableSchema(sdl).getType("LotConnection"))
                .isNotNull();
    }

    @Test
    void every_node_type_implements_node_and_has_a_natural_key() throws IOException {
        TypeDefinitionRegistry sdl = sdl();
        GraphMap map = GraphMapReader.read(sdl);
        assertThat(map.concrete("Node"))
                .containsExactlyInAnyOrderElementsOf(map.nodeTypes().toList());
        assertThat(map.nodeTypes().filter(type -> type.keys().isEmpty()).map(NodeType::name))
                .isEmpty();
    }

    @Test
    void every_label_has_a_constraint_on_its_id() throws IOException {
        String migrations = migrations();
        GraphMap map = GraphMapReader.read(sdl());
        assertThat(map.nodeTypes().map(NodeType::label))
                .allSatisfy(label -> assertThat(migrations).contains("FOR (n:" + label + ") REQUIRE n.id IS UNIQUE"));
    }

    @Test
    void every_full_text_index_of_the_sdl_is_made_with_the_analyzer_for_chinese() throws IOException {
        String migrations = migrations();
        GraphMap map = GraphMapReader.read(sdl());
        List<String> named = map.nodeTypes()
                .map(NodeType::fulltext)
                .filter(index -> index != null)
                .toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(index -> assertThat(migrations)
                        .containsPattern("CREATE FULLTEXT INDEX " + index + " IF NOT EXISTS .*'cjk'"));
    }

    @Test
    void every_code_list_of_the_sdl_is_there_and_none_is_idle() throws IOException {
        GraphMap map = GraphMapReader.read(sdl());
        Set<String> used = map.types().stream()
                .flatMap(type -> type.fields().values().stream())
                .filter(PropertyField.class::isInstance)
                .map(field -> ((PropertyField) field).codeList())
                .filter(list -> list != null)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = files("schema/codes/*.csv").stream()
                .map(file -> String.valueOf(file.getFilename()).replace(".csv", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(used);
    }

    @Test
    void every_statement_and_rule_of_the_sdl_has_its_file() throws IOException {
        GraphMap map = GraphMapReader.read(sdl());
        Stream<Map.Entry<String, String>> statements = Stream.concat(
                        map.roots().values().stream(),
                        map.types().stream().flatMap(type -> type.fields().values().stream()))
                .filter(StatementField.class::isInstance)
                .map(field -> split(((StatementField) field).statement(), ""));
        Stream<Map.Entry<String, String>> rules = Pattern.compile("(?:rule|gate): \"([^\"]+)\"")
                .matcher(text("schema/graphql/*.graphqls"))
                .results()
                .map((MatchResult match) -> split(match.group(1), "visible/"));
        assertThat(Stream.concat(statements, rules).toList())
                .isNotEmpty()
                .allSatisfy(place -> assertThat(CypherCatalog.statement(place.getKey(), place.getValue()))
                        .startsWith("// "));
    }

    @Test
    void every_description_carries_the_chinese_term() throws IOException {
        TypeDefinitionRegistry sdl = sdl();
        List<String> without = Stream.concat(
                        sdl.getTypes(ObjectTypeDefinition.class).stream()
                                .flatMap(type -> Stream.concat(
                                        Stream.of(type.getName() + ": " + words(type.getDescription())),
                                        described(type))),
                        sdl.objectTypeExtensions().values().stream()
                                .flatMap(List::stream)
                                .flatMap(ShippedMapTests::described))
                .filter(text -> text.codePoints().noneMatch(Character::isIdeographic))
                .toList();
        assertThat(without).isEmpty();
    }

    private static Stream<String> described(ObjectTypeDefinition type) {
        return type.getFieldDefinitions().stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(type.getName() + "." + field.getName() + ": " + words(field.getDescription())),
                        field.getInputValueDefinitions().stream()
                                .map(argument -> type.getName() + "." + field.getName() + "(" + argument.getName()
                                        + "): " + words(argument.getDescription()))));
    }

    private static String words(@Nullable Description description) {
        return description == null ? "" : description.getContent();
    }

    private static Map.Entry<String, String> split(String place, String folder) {
        String[] parts = place.split("/");
        return Map.entry(parts[0], folder + parts[1]);
    }

    private static TypeDefinitionRegistry sdl() throws IOException {
        return new SchemaParser().parse(text("schema/graphql/*.graphqls"));
    }

    private static String migrations() throws IOException {
        return text("schema/graph/*.cypher");
    }

    private static String text(String pattern) throws IOException {
        StringBuilder result = new StringBuilder();
        for (Resource file : files(pattern)) {
            result.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
        }
        return result.toString();
    }

    private static List<Resource> files(String pattern) throws IOException {
        return List.of(new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern));
    }
}
