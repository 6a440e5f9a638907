package io.lianshu.contract;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.lianshu.demo.Table;
import io.lianshu.exchange.TestImports;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.exchange.mapping.Vocabulary;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** Writes the pages of {@code schema/import}: what each column of a template is, as the SDL describes it. */
final class TemplatePages {

    private static final TypeDefinitionRegistry SDL = Sdl.files(Sdl.REPOSITORY);
    private static final GraphMap MAP = Sdl.map();
    private static final Vocabulary VOCABULARY = TestImports.vocabulary();
    private static final String HEADER = """
            # %s

            由测试 `ImportTemplatesTests` 生成，请勿手改。Written by a test; do not edit.

            %s

            ```console
            java -jar target/lianshu.jar import --template %s %s.csv
            ```

            示例 example: [%s.csv](%s.csv)%s · 映射 mapping: [%s.yaml](%s.yaml)

            | 列 column | 中文列名 title | 写入 goes into | 意思 meaning | 写法 form |
            |---|---|---|---|---|
            """;

    private TemplatePages() {}

    /** Where a column goes. */
    private record Use(String column, String place, String meaning, String form) {}

    static String page(Table table) {
        String name = table.name();
        List<Use> uses = new ArrayList<>();
        nodes(name).values().forEach(node -> uses(node, uses));
        String file = name.substring(name.lastIndexOf('/') + 1);
        boolean foreign = !file.equals(name);
        Map<String, String> titles = foreign ? Map.of() : plan(name).titles().all();
        String titled = foreign ? "" : "，中文列名 Chinese titles: [%s.zh.csv](%s.zh.csv)".formatted(file, file);
        String head = foreign
                ? HEADER.replace("| 中文列名 title ", "").replace("|---|---|---|---|---|", "|---|---|---|---|")
                : HEADER;
        StringBuilder text =
                new StringBuilder(head.formatted(file, made(name), name, file, file, file, titled, file, file));
        for (String column : table.header()) {
            uses.stream()
                    .filter(use -> use.column().equals(column))
                    .distinct()
                    .forEach(use -> text.append("| `%s`%s | %s | %s | %s |%n"
                            .formatted(
                                    column,
                                    foreign ? "" : " | " + titles.getOrDefault(column, column),
                                    use.place(),
                                    use.meaning(),
                                    use.form())));
        }
        // A page in a folder of its own lies one step further from the code lists.
        String codes = name.contains("/") ? "](../../codes/" : "](../codes/";
        return text.toString().replace(System.lineSeparator(), "\n").replace("](../codes/", codes);
    }

    /** One row of the index: what the table makes, and what it finds there. */
    static String row(Table table) {
        String found = nodes(table.name()).values().stream()
                .filter(TemplatePages::isFound)
                .map(node -> "`" + node.get("type") + "`")
                .distinct()
                .collect(Collectors.joining(" "));
        return "| [%s](%s.md) | %s | %s |\n"
                .formatted(table.name(), table.name(), made(table.name()), found.isEmpty() ? "–" : found);
    }

    /** The types of which a table makes nodes. */
    static List<String> typesMade(String name) {
        return nodes(name).values().stream()
                .filter(node -> !isFound(node))
                .map(node -> String.valueOf(node.get("type")))
                .distinct()
                .toList();
    }

    /** The template as an import reads it. */
    static ImportPlan plan(String name) {
        String yaml = Sdl.read(Sdl.REPOSITORY.resolve("schema/import/" + name + ".yaml"));
        return ImportPlan.template(name, yaml, VOCABULARY);
    }

    private static String made(String name) {
        String made = typesMade(name).stream()
                .map(type -> "`" + type + "` " + described(type, null))
                .collect(Collectors.joining("<br>"));
        return made.isEmpty() ? "关系 relations" : made;
    }

    private static boolean isFound(Map<String, Object> node) {
        return Boolean.TRUE.equals(node.get("lookup"));
    }

    private static Map<String, Map<String, Object>> nodes(String name) {
        Map<String, Map<String, Map<String, Object>>> whole =
                new Yaml().load(Sdl.read(Sdl.REPOSITORY.resolve("schema/import/" + name + ".yaml")));
        return whole.get("nodes");
    }

    private static void uses(Map<String, Object> node, List<Use> uses) {
        NodeType type = (NodeType) MAP.type(String.valueOf(node.get("type")));
        String verb = isFound(node) ? "查找 finds " : "";
        boolean demanded = isFound(node) && !node.containsKey("when");
        List<String> own = new ArrayList<>();
        map(node.get("fields")).forEach((field, value) -> {
            boolean required =
                    demanded || (!isFound(node) && type.fields().get(field).required());
            String mark = required ? " · 必填 required" : "";
            own.addAll(columns(value));
            of(type, field, value, verb)
                    .forEach(use -> uses.add(new Use(use.column(), use.place() + mark, use.meaning(), use.form())));
        });
        conditions(node).stream()
                .filter(column -> !own.contains(column))
                .forEach(
                        column -> uses.add(new Use(column, "`" + type.name() + "`", "决定有无此项 whether it is there", "")));
        map(node.get("links")).forEach((link, value) -> {
            if (value instanceof Map<?, ?> given && type.fields().get(link) instanceof RelationField relation) {
                map(given.get("properties"))
                        .forEach((property, column) -> uses.addAll(
                                of(MAP.type(String.valueOf(relation.properties())), property, column, "关系 relation ")));
            }
        });
    }

    private static List<String> conditions(Map<String, Object> node) {
        return node.get("when") instanceof List<?> several
                ? several.stream()
                        .map(one -> one instanceof Map<?, ?> condition ? condition.get("column") : one)
                        .map(String::valueOf)
                        .toList()
                : List.of();
    }

    private static List<Use> of(MapType type, String field, Object value, String verb) {
        MapField known = type.fields().get(field);
        String key = type instanceof NodeType node && node.keys().get(0).contains(field) ? " · 键 key" : "";
        String place = verb + "`" + type.name() + "." + field + "`" + key;
        return columns(value).stream()
                .map(column -> new Use(column, place, described(type.name(), field), form(known, value)))
                .toList();
    }

    private static List<String> columns(Object value) {
        if (!(value instanceof Map<?, ?> given)) {
            return List.of(String.valueOf(value));
        }
        if (given.get("column") != null) {
            return List.of(String.valueOf(given.get("column")));
        }
        return given.values().stream()
                .filter(Map.class::isInstance)
                .flatMap(part -> map(part).values().stream())
                .map(String::valueOf)
                .toList();
    }

    private static String form(MapField field, Object value) {
        if (!(field instanceof PropertyField property)) {
            return "";
        }
        String list = property.codeList();
        String form =
                list == null ? "`" + property.type() + "`" : "代码 code: [%s](../codes/%s.csv)".formatted(list, list);
        return value instanceof Map<?, ?> given && given.get("split") != null
                ? form + "，多个用 `" + given.get("split") + "` 分隔 several"
                : form;
    }

    /** The SDL's description, in one line. */
    private static String described(String type, String field) {
        List<ObjectTypeDefinition> parts = new ArrayList<>();
        parts.add(SDL.getTypeOrNull(type, ObjectTypeDefinition.class));
        parts.addAll(SDL.objectTypeExtensions().getOrDefault(type, List.of()));
        if (field == null) {
            return oneLine(parts.get(0).getDescription().getContent());
        }
        return parts.stream()
                .flatMap(part -> part.getFieldDefinitions().stream())
                .filter(definition -> definition.getName().equals(field))
                .map(FieldDefinition::getDescription)
                .map(description -> oneLine(description.getContent()))
                .findFirst()
                .orElseThrow();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }

    private static Map<String, Object> map(Object given) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> several) {
            several.forEach((key, value) -> result.put(String.valueOf(key), value));
        }
        return result;
    }
}
