package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPart;
import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.ImportPlan.KeyPart;
import io.lianshu.exchange.mapping.ImportPlan.NodePart;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.exchange.mapping.Mapping.LinkMapping;
import io.lianshu.exchange.mapping.Mapping.NodeMapping;
import io.lianshu.exchange.mapping.Mapping.ValueMapping;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out which alternatives of a natural key a mapping fills. */
final class KeyCheck {

    private final List<String> names;
    private final Problems problems;

    /** @param names names of the mapping's nodes in the plan's order */
    KeyCheck(List<String> names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    NodePlan plan(int index, NodeMapping node, NodeType type, List<FieldPlan> fields) {
        ValueMapping id = node.fields().stream()
                .filter(field -> field.field().equals("id"))
                .map(Mapping.FieldMapping::value)
                .findFirst()
                .orElse(null);
        List<List<KeyPart>> keys = new ArrayList<>();
        for (List<String> alternative : type.keys()) {
            List<KeyPart> parts = parts(alternative, node, fields);
            if (parts != null) {
                keys.add(parts);
            }
        }
        if (id == null && keys.isEmpty()) {
            refuse(node, type);
        }
        return new NodePlan(
                index, node.name(), type, node.lookup(), node.when(), fields, id == null ? keys : List.of(), id);
    }

    private void refuse(NodeMapping node, NodeType type) {
        if (type.keys().isEmpty()) {
            problems.add(
                    node.place(),
                    type.name() + " 没有自然键，须给出字段 id",
                    type.name() + " has no natural key, the field id must be given");
            return;
        }
        String keys = type.keys().stream().map(key -> String.join(" + ", key)).collect(Collectors.joining(" / "));
        problems.add(
                node.place(),
                "无法得出自然键；请在 fields 给出字段、在 links 给出关系：" + keys,
                "the natural key cannot be built; give its fields under fields and its relations under links: " + keys);
    }

    private @Nullable List<KeyPart> parts(List<String> alternative, NodeMapping node, List<FieldPlan> fields) {
        List<KeyPart> parts = new ArrayList<>();
        for (String part : alternative) {
            KeyPart found = part(part, node, fields);
            if (found == null) {
                return null;
            }
            parts.add(found);
        }
        return parts;
    }

    private @Nullable KeyPart part(String part, NodeMapping node, List<FieldPlan> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).field().name().equals(part)) {
                return new FieldPart(i);
            }
        }
        return node.links().stream()
                .filter(link -> link.field().equals(part) && names.contains(link.to()))
                .map((LinkMapping link) -> new NodePart(names.indexOf(link.to()), part))
                .findFirst()
                .orElse(null);
    }
}
