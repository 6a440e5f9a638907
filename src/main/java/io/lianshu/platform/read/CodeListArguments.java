package io.lianshu.platform.read;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.refusal.Refusal;
import io.lianshu.platform.viewer.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The code lists of {@code codeLists}: read from the program, not from the graph, and given to its statement whole. */
record CodeListArguments(CodeLists codes) implements ArgumentCheck, StatementParameters {

    private static final String NAMES = "names";
    private static final int MOST = 30;

    @Override
    public String field() {
        return "codeLists";
    }

    @Override
    public void check(Map<String, Object> arguments) {
        List<String> names = names(arguments);
        if (names.isEmpty() || names.size() > MOST || new HashSet<>(names).size() < names.size()) {
            throw Refusal.badInput(
                    "BAD_ARGUMENT",
                    NAMES,
                    NAMES + " 应为 1 至 " + MOST + " 个不同的代码表名",
                    NAMES + " must be 1 to " + MOST + " names of lists, each once");
        }
        for (String name : names) {
            if (!codes.names().contains(name)) {
                String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
                throw Refusal.badInput(
                        "BAD_ARGUMENT",
                        NAMES,
                        NAMES + "：没有代码表 " + shown + "，名称见字段说明中的代码表",
                        NAMES + ": there is no code list " + shown + "; the fields' descriptions name them");
            }
        }
    }

    @Override
    public Map<String, Object> parameters(Map<String, Object> arguments, Viewer viewer) {
        return Map.of(
                "lists",
                names(arguments).stream().map(name -> list(name, viewer)).toList());
    }

    private Map<String, Object> list(String name, Viewer viewer) {
        List<Map<String, String>> shown = codes.codes(name).stream()
                .map(code -> Map.of("code", code, "label", codes.label(name, code, viewer.speaksEnglish())))
                .toList();
        return Map.of("name", name, "codes", shown);
    }

    private static List<String> names(Map<String, Object> arguments) {
        return arguments.get(NAMES) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }
}
