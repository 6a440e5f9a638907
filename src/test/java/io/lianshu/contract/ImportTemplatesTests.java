package io.lianshu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lianshu.demo.District;
import io.lianshu.demo.Table;
import io.lianshu.exchange.mapping.ImportPlan;
import io.lianshu.platform.map.Edits;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Import templates are the sample district's own tables: each with an example and a page. With
 * {@code -Dlianshu.templates.write=true} both are written anew.
 */
class ImportTemplatesTests {

    private static final Path FOLDER = Sdl.REPOSITORY.resolve("schema/import");
    private static final String COMMAND = "mvn test -Dtest=ImportTemplatesTests -Dlianshu.templates.write=true";
    private static final List<Table> TABLES = District.tables(LocalDate.of(2026, 3, 2));
    private static final int SHOWN = 3;
    private static final String INDEX = """
            # 导入模板 · Import templates

            由测试 `ImportTemplatesTests` 生成，请勿手改。Written by a test; do not edit.

            每种对象一张表：CSV（UTF-8）或 `.xlsx`，首行为列名，中英文列名都认、可混用，列序不限，用不到的列可省去，空格不改动已有的值。
            `lianshu templates` 列出全部，`lianshu templates --write 目录 --language zh` 把中文列名的示例表写成 Excel 能直接打开的文件；
            `lianshu import --template 名称 文件` 导入，先加 `--dry-run` 可只检查。下表自上而下导入：“需先有”的对象必须已在图中，否则该行被拒绝
            并写入报告。单元格怎么写见[填写模板](../../src/docs/import/templates.md)；表不合用时写自己的映射，见
            [导入自己的表](../../src/docs/import/README.md)。

            One table for each kind: CSV (UTF-8) or `.xlsx`; the first row names the columns, by their names or their Chinese titles,
            in any order, and columns that are not used may be left out; an empty cell changes nothing. `lianshu templates` lists them,
            `lianshu templates --write DIR` writes the examples so that Excel opens them (`--language zh` with Chinese titles),
            `lianshu import --template NAME FILE` imports, with `--dry-run` it only checks. Import from the top down: what a table
            "needs" must be in the graph, or the row is rejected and reported. How cells are written:
            [filling in a template](../../src/docs/import/templates.md). When no table fits, write a mapping, see
            [importing your own](../../src/docs/import/README.md).

            | 模板 template | 写入 makes | 需先有 needs |
            |---|---|---|
            """;

    @Test
    void examplesAndPagesAreTheDerivedOnes() throws IOException {
        Map<String, String> derived = derived();
        if (Boolean.getBoolean("lianshu.templates.write")) {
            for (Map.Entry<String, String> file : derived.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }
        assertThat(committed())
                .as("schema/import is not what the mappings and the SDL say; run %s", COMMAND)
                .isEqualTo(derived);
    }

    @Test
    void everyTemplateIsATableOfTheSample() {
        assertThat(namesOf(".yaml")).isEqualTo(TABLES.stream().map(Table::name).collect(Collectors.toSet()));
    }

    @Test
    void everyNodeTypeCanBeImportedByATemplate() {
        Set<String> made = new TreeSet<>();
        TABLES.forEach(table -> made.addAll(TemplatePages.typesMade(table.name())));
        assertThat(made)
                .isEqualTo(Sdl.map()
                        .nodeTypes()
                        .filter(type -> !type.kept())
                        .map(NodeType::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyPropertyAndRelationThatIsNotComputedHasAColumn() {
        Set<String> written = new TreeSet<>();
        TABLES.forEach(table -> written.addAll(written(TemplatePages.plan(table.name()))));
        assertThat(written).containsAll(importable());
    }

    @Test
    void aTemplatesTitlesAreChineseAndEachStandsOnce() {
        for (Table table : TABLES) {
            Map<String, String> titles =
                    TemplatePages.plan(table.name()).titles().all();
            assertThat(titles.keySet()).as(table.name()).containsExactlyInAnyOrderElementsOf(table.header());
            assertThat(titles.values())
                    .as(table.name())
                    .allMatch(title -> title.matches(".*\\p{IsHan}.*"))
                    .doesNotHaveDuplicates();
        }
    }

    /** What the map takes from outside: an id is made of the key, and nothing else of it may be left out. */
    private static Set<String> importable() {
        Set<String> names = new TreeSet<>();
        Sdl.map()
                .nodeTypes()
                .filter(type -> !type.kept())
                .forEach(type -> type.fields().values().forEach(field -> {
                    if (field instanceof PropertyField property && !Edits.KEPT.contains(property.property())) {
                        names.add(type.name() + "." + property.name());
                    } else if (field instanceof RelationField relation) {
                        Sdl.map().concrete(relation.target()).stream()
                                .filter(target -> !target.kept())
                                .forEach(target -> names.add(
                                        relation.outgoing()
                                                ? type.label() + "-" + relation.relation() + "->" + target.label()
                                                : target.label() + "-" + relation.relation() + "->" + type.label()));
                        if (relation.properties() != null
                                && Sdl.map().concrete(relation.target()).stream()
                                        .anyMatch(target -> !target.kept())) {
                            Sdl.map().type(relation.properties()).fields().values().stream()
                                    .filter(PropertyField.class::isInstance)
                                    .forEach(property -> names.add(relation.properties() + "." + property.name()));
                        }
                    }
                }));
        return names;
    }

    private static Set<String> written(ImportPlan plan) {
        Set<String> names = new TreeSet<>();
        plan.nodes().stream()
                .filter(node -> !node.lookup())
                .forEach(node -> node.fields()
                        .forEach(field -> names.add(
                                node.type().name() + "." + field.field().name())));
        plan.links().forEach(link -> {
            names.add(link.kind().shown());
            link.properties()
                    .forEach(property -> names.add(
                            link.field().properties() + "." + property.field().name()));
        });
        return names;
    }

    private static Map<String, String> derived() {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder index = new StringBuilder(INDEX);
        national().forEach(table -> files.put(table.name() + ".md", TemplatePages.page(table)));
        for (Table table : TABLES) {
            files.put(table.name() + ".csv", example(table, table.header()));
            Map<String, String> titles =
                    TemplatePages.plan(table.name()).titles().all();
            files.put(
                    table.name() + ".zh.csv",
                    example(
                            table,
                            table.header().stream()
                                    .map(column -> titles.getOrDefault(column, column))
                                    .toList()));
            files.put(table.name() + ".md", TemplatePages.page(table));
            index.append(TemplatePages.row(table));
        }
        files.put("README.md", index.toString());
        return files;
    }

    private static Map<String, String> committed() {
        return Sdl.filesUnder(FOLDER).stream()
                .filter(file -> file.toString().endsWith(".md") || isOfTheSample(file))
                .filter(file -> !file.toString().endsWith(".yaml"))
                .collect(Collectors.toMap(
                        file -> FOLDER.relativize(file).toString().replace('\\', '/'), Sdl::read));
    }

    private static boolean isOfTheSample(Path file) {
        return FOLDER.equals(file.getParent());
    }

    /** Tables of the national data dictionary, whose examples are written by hand: no district fills them. */
    private static List<Table> national() {
        return Sdl.filesUnder(FOLDER.resolve("national")).stream()
                .filter(file -> file.toString().endsWith(".csv"))
                .map(file -> new Table(
                        "national/" + file.getFileName().toString().replace(".csv", ""),
                        List.of(Sdl.read(file).lines().findFirst().orElse("").split(",", -1)),
                        List.of()))
                .toList();
    }

    private static Set<String> namesOf(String kind) {
        return Sdl.filesUnder(FOLDER).stream()
                .filter(ImportTemplatesTests::isOfTheSample)
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(kind))
                .map(file -> file.substring(0, file.length() - kind.length()))
                .collect(Collectors.toSet());
    }

    private static String example(Table table, List<String> header) {
        StringBuilder text = new StringBuilder(line(header));
        table.rows().stream().limit(SHOWN).forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ImportTemplatesTests::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
