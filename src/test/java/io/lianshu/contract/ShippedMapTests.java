package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Description;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.GraphMapReader;
import io.lianshu.platform.map.MapType.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every type of the SDL that is shipped. */
class ShippedMapTests {

    @Test
    void every_node_type_implements_node_and_has_a_natural_key() throws IOException {
        GraphMap map = GraphMapReader.read(sdl());
        assertThat(map.concrete("Node"))
                .containsExactlyInAnyOrderElementsOf(map.nodeTypes().toList());
        assertThat(map.nodeTypes()
                        .filter(type -> type.keys().isEmpty() && !type.kept())
                        .map(NodeType::name))
                .isEmpty();
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

    private static TypeDefinitionRegistry sdl() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("schema/graphql"))) {
            for (Path file : files.sorted().toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return new SchemaParser().parse(text.toString());
    }
}
