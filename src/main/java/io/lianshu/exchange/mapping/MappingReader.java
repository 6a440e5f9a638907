package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.Mapping.Condition;
import io.lianshu.exchange.mapping.Mapping.Counter;
import io.lianshu.exchange.mapping.Mapping.FieldMapping;
import io.lianshu.exchange.mapping.Mapping.FileFormat;
import io.lianshu.exchange.mapping.Mapping.LinkMapping;
import io.lianshu.exchange.mapping.Mapping.NodeMapping;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file's structure; whether its names exist is {@link MappingCheck}'s matter. */
final class MappingReader {

    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

    private final Problems problems;
    private final Layout layout;

    MappingReader(Problems problems, Layout layout) {
        this.problems = problems;
        this.layout = layout;
    }

    /** The mapping, or null when nothing of it can be read. */
    @Nullable
    Mapping read(String name, String yaml) {
        Part whole = Part.whole(yaml, problems);
        if (whole == null) {
            return null;
        }
        Map<String, Part> entries = layout.isTemplate()
                ? whole.entries("titles", "nodes")
                : whole.entries("file", "counters", "rows", "nodes");
        Map<String, NodeMapping> nodes = new LinkedHashMap<>();
        Part given = entries.get("nodes");
        if (given == null || given.entries().isEmpty()) {
            problems.add(
                    whole.place().line(),
                    "nodes",
                    "缺少 nodes，至少应有一个节点",
                    "nodes is missing, at least one node is needed");
        } else {
            given.entries().forEach((local, part) -> nodes.put(local, node(local, part)));
        }
        Map<String, Counter> counters = new LinkedHashMap<>();
        Part counted = entries.get("counters");
        if (counted != null) {
            counted.entries().forEach((column, part) -> counters.put(column, new Counter(part.texts(), part.place())));
        }
        Map<String, String> titles = new LinkedHashMap<>();
        Part titled = entries.get("titles");
        if (titled != null) {
            titled.entries().forEach((column, title) -> titles.put(column, title.text()));
        }
        return new Mapping(name, file(entries.get("file")), counters, titles, conditions(entries.get("rows")), nodes);
    }

    private FileFormat file(@Nullable Part file) {
        Map<String, Part> entries =
                file == null ? Map.of() : file.entries("encoding", "delimiter", "zone", "nulls", "source");
        Part nulls = entries.get("nulls");
        Part source = entries.get("source");
        ZoneId zone = ValueMappingReader.zone(entries.get("zone"));
        return new FileFormat(
                encoding(entries.get("encoding")),
                delimiter(entries.get("delimiter")),
                zone == null ? USUAL_ZONE : zone,
                nulls == null ? Set.of() : Set.copyOf(nulls.texts()),
                source == null ? null : source.text(),
                layout);
    }

    private static @Nullable Charset encoding(@Nullable Part encoding) {
        if (encoding == null) {
            return null;
        }
        try {
            return Charset.forName(encoding.text());
        } catch (IllegalArgumentException e) {
            encoding.refuse("没有此编码，应如 UTF-8、GB18030", "is no encoding, write UTF-8 or GB18030");
            return null;
        }
    }

    private static char delimiter(@Nullable Part delimiter) {
        if (delimiter == null) {
            return ',';
        }
        String text = delimiter.text();
        if (text.length() != 1 || text.equals("\"") || text.equals("\n")) {
            delimiter.refuse(
                    "分隔符应为一个字符，如 \",\"、\";\" 或 \"\\t\"", "must be one character, such as \",\", \";\" or \"\\t\"");
            return ',';
        }
        return text.charAt(0);
    }

    private static NodeMapping node(String local, Part part) {
        Map<String, Part> entries = part.entries("type", "lookup", "when", "fields", "links");
        Part type = entries.get("type");
        if (type == null) {
            part.refuse("缺少 type，应写节点类型，如 Company", "type is missing, write a node type such as Company");
        }
        Part lookup = entries.get("lookup");
        List<LinkMapping> links = new ArrayList<>();
        Part given = entries.get("links");
        if (given != null) {
            given.entries().forEach((field, link) -> links.addAll(links(field, link)));
        }
        return new NodeMapping(
                local,
                type == null ? "" : type.text(),
                lookup != null && lookup.truth(),
                conditions(entries.get("when")),
                fields(entries.get("fields")),
                links,
                part.place(),
                type == null ? part.place() : type.place());
    }

    private static List<FieldMapping> fields(@Nullable Part part) {
        List<FieldMapping> fields = new ArrayList<>();
        if (part != null) {
            part.entries()
                    .forEach((field, value) ->
                            fields.add(new FieldMapping(field, ValueMappingReader.read(value), value.place())));
        }
        return fields;
    }

    /** One for each node that the field may lead to; of those, each row has its own. */
    private static List<LinkMapping> links(String field, Part part) {
        if (!part.isMap()) {
            return links(field, part, List.of(), part.place());
        }
        Map<String, Part> entries = part.entries("to", "properties");
        Part to = entries.get("to");
        if (to == null) {
            part.refuse("缺少 to，应写本映射中节点的名称", "to is missing, write the name of a node of this mapping");
            return List.of();
        }
        return links(field, to, fields(entries.get("properties")), part.place());
    }

    private static List<LinkMapping> links(String field, Part to, List<FieldMapping> properties, Place place) {
        return to.texts().stream()
                .map(node -> new LinkMapping(field, node, properties, place))
                .toList();
    }

    private static List<Condition> conditions(@Nullable Part part) {
        return part == null
                ? List.of()
                : part.items().stream().map(MappingReader::condition).toList();
    }

    private static Condition condition(Part part) {
        if (part.isText()) {
            return new Condition(part.text(), Set.of(), false, part.place());
        }
        Map<String, Part> entries = part.entries("column", "is", "not", "empty");
        Part column = entries.get("column");
        if (column == null) {
            part.refuse("缺少 column", "column is missing");
        }
        Part is = entries.get("is");
        Part not = entries.get("not");
        Part empty = entries.get("empty");
        if ((is == null ? 0 : 1) + (not == null ? 0 : 1) + (empty == null ? 0 : 1) > 1) {
            part.refuse("is、not、empty 只能取一", "takes only one of is, not, empty");
        }
        return new Condition(
                column == null ? "" : column.text(),
                is != null ? Set.copyOf(is.texts()) : not != null ? Set.copyOf(not.texts()) : Set.of(),
                not != null || (empty != null && empty.truth()),
                part.place());
    }
}
