package io.lianshu.architecture;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import graphql.language.AbstractDescribedNode;
import graphql.language.Document;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.SchemaExtensionDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for the public documentation inside the SDL and for the code lists. */
final class SchemaRules {

    static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Set<List<String>> HEADERS =
            Set.of(List.of("code", "zh", "en"), List.of("code", "zh", "en", "of"));
    private static final ParserOptions WHOLE_SCHEMAS = ParserOptions.newParserOptions()
            .maxTokens(Integer.MAX_VALUE)
            .maxCharacters(Integer.MAX_VALUE)
            .build();

    static final List<SourceRule> ALL = List.of(
            new SourceRule(
                    "sdl-is-described",
                    file -> file.path().startsWith("schema/graphql/")
                            || file.path().equals("api/schema.graphql"),
                    SchemaRules::undescribed),
            new SourceRule(
                    "code-lists-are-whole",
                    file -> file.path().matches("schema/codes/[^/]+\\.csv"),
                    SchemaRules::brokenCodes));

    private SchemaRules() {}

    private static List<String> undescribed(SourceFile file) {
        Document document = new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(file.text())
                        .parserOptions(WHOLE_SCHEMAS)
                        .build());
        List<String> findings = new ArrayList<>();
        document.getDefinitions().forEach(definition -> walk(file, definition, "", findings));
        return findings;
    }

    private static void walk(SourceFile file, Node<?> node, String owner, List<String> findings) {
        String name = node instanceof NamedNode<?> named ? owner + named.getName() : owner;
        if (node instanceof AbstractDescribedNode<?> described && !isExtension(node)) {
            String text = described.getDescription() == null
                    ? ""
                    : described.getDescription().getContent();
            if (!CHINESE.matcher(text).find()) {
                int line = node.getSourceLocation().getLine();
                findings.add(file.at(line, name + (text.isBlank() ? " has no description" : " has no Chinese term")));
            }
        }
        node.getChildren().stream()
                .filter(child -> child instanceof AbstractDescribedNode<?>)
                .forEach(child -> walk(file, child, name + ".", findings));
    }

    private static boolean isExtension(Node<?> node) {
        return node instanceof SchemaExtensionDefinition
                || node.getClass().getSimpleName().endsWith("ExtensionDefinition");
    }

    private static List<String> brokenCodes(SourceFile file) {
        List<String> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<CsvRecord> rows =
                CsvReader.builder().ofCsvRecord(file.text()).stream().toList();
        if (rows.isEmpty() || !HEADERS.contains(rows.get(0).getFields())) {
            return List.of(file.at(1, "the header must be code,zh,en or code,zh,en,of"));
        }
        int width = rows.get(0).getFields().size();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            int line = (int) row.getStartingLineNumber();
            List<String> cells = row.getFields();
            if (cells.size() != width) {
                findings.add(file.at(line, width + " cells are needed: " + cells));
            } else if (!CODE.matcher(cells.get(0)).matches()) {
                findings.add(file.at(line, "no code: '" + cells.get(0) + "'"));
            } else if (!seen.add(cells.get(0))) {
                findings.add(file.at(line, "the code " + cells.get(0) + " stands here twice"));
            } else if (!CHINESE.matcher(cells.get(1)).find()) {
                findings.add(file.at(line, "no Chinese label: '" + cells.get(1) + "'"));
            } else if (cells.get(2).isBlank()) {
                findings.add(file.at(line, "no English label"));
            }
        }
        if (rows.size() == 1) {
            findings.add(file.at(1, "a list without codes"));
        }
        return findings;
    }
}
