package io.lianshu.exchange.subgraph;

import io.lianshu.platform.viewer.Viewer;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a file says of itself: what was asked, as whom, when, how much came, and whether all did.
 *
 * @param said by name, in order
 */
record About(ZonedDateTime at, Map<String, String> said) {

    static About of(
            SubgraphQuestion question, Map<String, Object> variables, Subgraph found, Viewer viewer, ZonedDateTime at) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("export", question.path());
        variables.forEach((name, value) -> said.put(
                name,
                value instanceof Iterable<?> several ? String.join(",", strings(several)) : String.valueOf(value)));
        said.put("seenBy", viewer.rights());
        said.put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
        said.put("nodes", String.valueOf(found.nodes().size()));
        said.put("edges", String.valueOf(found.edges().size()));
        said.put("truncated", String.valueOf(found.truncated()));
        said.put(
                "note",
                viewer.speaksEnglish()
                        ? "Facts about records and leads to look at, no findings; masked as the viewer must see it."
                                + (found.truncated()
                                        ? " The number was limited, so there may be more that is not in this file."
                                        : "")
                        : "仅为记录事实与线索，不是结论；按查看者权限脱敏。" + (found.truncated() ? "因数量上限，可能还有未写入本文件的内容。" : ""));
        return new About(at, said);
    }

    private static Iterable<String> strings(Iterable<?> values) {
        return java.util.stream.StreamSupport.stream(values.spliterator(), false)
                .map(String::valueOf)
                .toList();
    }

    String text() {
        return said.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
