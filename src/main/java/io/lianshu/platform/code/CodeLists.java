package io.lianshu.platform.code;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every code list under {@code schema/codes}: one CSV file {@code <list>.csv} with the columns code, zh and en,
 * and, where its codes stand under those of another list, {@code of}.
 */
public final class CodeLists {

    private static final String FILES = "classpath*:schema/codes/*.csv";
    private static final List<String> COLUMNS = List.of("code", "zh", "en");
    private static final List<String> PLACED = List.of("code", "zh", "en", "of");

    private final Map<String, Map<String, Label>> lists;

    private CodeLists(Map<String, Map<String, Label>> lists) {
        this.lists = lists;
    }

    /** Reads all lists; a file that is not as it should be fails here, not on first use. */
    public static CodeLists load() {
        Map<String, Map<String, Label>> lists = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                String list = String.valueOf(file.getFilename()).replaceFirst("\\.csv$", "");
                try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    if (lists.put(list, read(list, text)) != null) {
                        throw new IllegalStateException("Code list " + list + " stands twice on the class path");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CodeLists(lists);
    }

    /** One list by itself. */
    static CodeLists of(String list, Reader text) {
        return new CodeLists(Map.of(list, read(list, text)));
    }

    /** Names of all lists, sorted. */
    public Set<String> names() {
        return Set.copyOf(lists.keySet());
    }

    /** False also when there is no such list. */
    public boolean contains(String list, String code) {
        return find(list, code) != null;
    }

    /**
     * The codes in their file's order.
     *
     * @throws IllegalArgumentException when there is no such list
     */
    public List<String> codes(String list) {
        Map<String, Label> labels = lists.get(list);
        if (labels == null) {
            throw new IllegalArgumentException("No code list " + list + "; there are " + lists.keySet());
        }
        return List.copyOf(labels.keySet());
    }

    /** The label, or the code itself when the list or the code is unknown. */
    public String label(String list, String code, boolean english) {
        Label label = find(list, code);
        if (label == null) {
            return code;
        }
        return english ? label.english : label.chinese;
    }

    /** The one code with this Chinese or English label; null when none has it, or several do. */
    public @Nullable String labelled(String list, String label) {
        List<String> meant = lists.getOrDefault(list, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().chinese.equals(label)
                        || entry.getValue().english.equalsIgnoreCase(label))
                .map(Map.Entry::getKey)
                .toList();
        return meant.size() == 1 ? meant.get(0) : null;
    }

    /** The list's codes that stand under a code of another list, in their file's order. */
    public List<String> under(String list, String code) {
        return lists.getOrDefault(list, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().of.equals(code))
                .map(Map.Entry::getKey)
                .toList();
    }

    private @Nullable Label find(String list, String code) {
        Map<String, Label> labels = lists.get(list);
        return labels == null ? null : labels.get(code);
    }

    private static Map<String, Label> read(String list, Reader text) {
        Map<String, Label> labels = new LinkedHashMap<>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text)) {
            if (!row.getHeader().equals(COLUMNS) && !row.getHeader().equals(PLACED)) {
                throw new IllegalStateException(
                        "Code list %s has the columns %s, not %s".formatted(list, row.getHeader(), COLUMNS));
            }
            String code = row.getField("code");
            Label label = new Label(
                    row.getField("zh"), row.getField("en"), row.findField("of").orElse(""));
            if (code.isBlank() || label.chinese.isBlank() || label.english.isBlank()) {
                throw new IllegalStateException(
                        "Code list %s, line %d: an empty cell".formatted(list, row.getStartingLineNumber()));
            }
            if (labels.put(code, label) != null) {
                throw new IllegalStateException("Code list %s, line %d: the code %s stands twice"
                        .formatted(list, row.getStartingLineNumber(), code));
            }
        }
        return labels;
    }

    /** @param of the code of another list under which it stands, or empty */
    private record Label(String chinese, String english, String of) {}
}
