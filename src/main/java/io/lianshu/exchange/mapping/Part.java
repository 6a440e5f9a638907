package io.lianshu.exchange.mapping;

import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A part of the YAML file that remembers where it stands; reading it never throws, what is wrong is gathered. */
final class Part {

    private final Node node;
    private final Place place;
    private final Problems problems;

    private Part(Node node, Place place, Problems problems) {
        this.node = node;
        this.place = place;
        this.problems = problems;
    }

    /** The whole file, or null when it is empty or no YAML (which is then among the problems). */
    static @Nullable Part whole(String yaml, Problems problems) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (node != null) {
                return new Part(node, new Place(line(node), ""), problems);
            }
            problems.add(1, "mapping", "文件为空，应有 nodes", "the file is empty, nodes are expected");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(line, "mapping", "不是合法的 YAML：" + e.getProblem(), "not YAML: " + e.getProblem());
        }
        return null;
    }

    Place place() {
        return place;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    void refuse(String chinese, String english) {
        problems.add(place, chinese, english);
    }

    /** The text of a scalar; empty and refused when it is none. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return isNothing() ? "" : scalar.getValue();
        }
        refuse("应为一个值", "must be a single value");
        return "";
    }

    boolean truth() {
        String text = text();
        if (!text.equals("true") && !text.equals("false")) {
            refuse("应为 true 或 false，而非“" + text + "”", "must be true or false, not \"" + text + "\"");
        }
        return text.equals("true");
    }

    /** Texts of a list, or of a single value standing for a list of one. */
    List<String> texts() {
        return items().stream().map(Part::text).toList();
    }

    List<Part> items() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream()
                        .map(item -> new Part(item, new Place(line(item), place.path()), problems))
                        .toList()
                : List.of(this);
    }

    /** By name in the file's order; a name given twice is refused. */
    Map<String, Part> entries() {
        Map<String, Part> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            if (!isNothing()) {
                refuse("应为“名称: 值”的列表", "must be a block of name: value");
            }
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            Place at = new Place(line(tuple.getKeyNode()), place.path()).at(name);
            if (entries.put(name, new Part(tuple.getValueNode(), at, problems)) != null) {
                problems.add(at, "重复出现，只能有一个", "is given twice, keep one");
            }
        }
        return entries;
    }

    /** The entries, when no name but these occurs; each other one is refused. */
    Map<String, Part> entries(String... known) {
        Map<String, Part> entries = entries();
        List<String> names = Arrays.asList(known);
        entries.forEach((name, part) -> {
            if (!names.contains(name)) {
                part.refuse(
                        "没有设置项“" + name + "”" + Nearest.chinese(name, names),
                        "there is no setting \"" + name + "\"" + Nearest.english(name, names));
            }
        });
        return entries;
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
