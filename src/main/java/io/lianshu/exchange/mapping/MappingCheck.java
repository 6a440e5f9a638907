package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.exchange.mapping.ImportPlan.RelationKind;
import io.lianshu.exchange.mapping.Mapping.FieldMapping;
import io.lianshu.exchange.mapping.Mapping.LinkMapping;
import io.lianshu.exchange.mapping.Mapping.NodeMapping;
import io.lianshu.platform.map.Edits;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.Plurality;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.NodeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a mapping against the map before the first row is read. */
final class MappingCheck {

    private final Mapping mapping;
    private final Vocabulary vocabulary;
    private final Problems problems;

    MappingCheck(Mapping mapping, Vocabulary vocabulary, Problems problems) {
        this.mapping = mapping;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** The plan; of use only when no problem was found. */
    ImportPlan check() {
        Map<String, NodeType> types = new LinkedHashMap<>();
        mapping.nodes().forEach((name, node) -> {
            NodeType type = type(node);
            if (type != null) {
                types.put(name, type);
            }
        });
        List<NodeMapping> order = new NodeOrder(mapping, types, problems).order();
        List<String> names = order.stream().map(NodeMapping::name).toList();
        List<NodePlan> nodes = new ArrayList<>();
        List<LinkPlan> links = new ArrayList<>();
        KeyCheck keys = new KeyCheck(names, problems);
        for (NodeMapping node : order) {
            NodeType type = types.get(node.name());
            if (type == null) {
                continue;
            }
            List<FieldPlan> fields = fields(type.name(), type.fields(), withoutId(node.fields()), type);
            nodes.add(keys.plan(nodes.size(), node, type, fields));
            if (node.lookup()) {
                refuseWriting(node, type);
            }
            for (LinkMapping link : node.links()) {
                LinkPlan plan = link(node, type, link, types, names, links.size());
                if (plan != null) {
                    links.add(plan);
                }
            }
        }
        return new ImportPlan(mapping, vocabulary, nodes, links);
    }

    /** What the hub keeps itself is written by its commands only, never by a file. */
    void refuseKept() {
        mapping.nodes().values().stream()
                .filter(node -> vocabulary.map().find(node.type()) instanceof NodeType type && type.kept())
                .forEach(node -> problems.add(
                        node.typePlace(),
                        node.type() + " 由系统自管，不能由文件写入",
                        node.type() + " is kept by the hub itself and is written by no file"));
    }

    private @Nullable NodeType type(NodeMapping node) {
        MapType type = vocabulary.map().find(node.type());
        if (type instanceof NodeType known) {
            return known;
        }
        List<String> names = vocabulary.map().nodeTypes().map(NodeType::name).toList();
        problems.add(
                node.typePlace(),
                "图中没有节点类型“" + node.type() + "”" + Nearest.chinese(node.type(), names),
                "the map has no node type \"" + node.type() + "\"" + Nearest.english(node.type(), names));
        return null;
    }

    private static List<FieldMapping> withoutId(List<FieldMapping> fields) {
        return fields.stream().filter(field -> !field.field().equals("id")).toList();
    }

    /** A node that is only looked up is found by its key; nothing else of it may be given. */
    private void refuseWriting(NodeMapping node, NodeType type) {
        Set<String> keys = type.keys().stream().flatMap(List::stream).collect(Collectors.toSet());
        node.fields().stream()
                .filter(field -> !keys.contains(field.field()) && !field.field().equals("id"))
                .forEach(field -> problems.add(
                        field.place(),
                        "lookup 节点只查找、不写入，字段只能是自然键：" + String.join("、", keys),
                        "a lookup node is found, not written; only its key may be given: " + String.join(", ", keys)));
    }

    private List<FieldPlan> fields(
            String owner, Map<String, MapField> known, List<FieldMapping> given, @Nullable NodeType node) {
        List<FieldPlan> plans = new ArrayList<>();
        for (FieldMapping mapped : given) {
            MapField field = known.get(mapped.field());
            if (field instanceof PropertyField property && !Edits.KEPT.contains(property.property())) {
                FieldForm form =
                        new FieldForm(property, vocabulary, mapping.file().layout());
                FieldPlan plan = new FieldPlan(property, mapped.value(), form);
                new ValueCheck(plan, node, mapping.file(), problems).check();
                plans.add(plan);
            } else if (field instanceof RelationField) {
                problems.add(
                        mapped.place(),
                        owner + "." + mapped.field() + " 是关系，请写在 links 下",
                        owner + "." + mapped.field() + " is a relation, write it under links");
            } else if (field != null) {
                problems.add(
                        mapped.place(),
                        owner + "." + mapped.field() + " 由系统计算，不能写入",
                        owner + "." + mapped.field() + " is computed and cannot be written");
            } else {
                List<String> names = names(known, PropertyField.class);
                problems.add(
                        mapped.place(),
                        owner + " 没有字段“" + mapped.field() + "”" + Nearest.chinese(mapped.field(), names),
                        owner + " has no field \"" + mapped.field() + "\"" + Nearest.english(mapped.field(), names));
            }
        }
        return plans;
    }

    private @Nullable LinkPlan link(
            NodeMapping node,
            NodeType type,
            LinkMapping link,
            Map<String, NodeType> types,
            List<String> names,
            int index) {
        if (!(type.fields().get(link.field()) instanceof RelationField field)) {
            List<String> relations = names(type.fields(), RelationField.class);
            problems.add(
                    link.place(),
                    type.name() + " 没有关系字段“" + link.field() + "”" + Nearest.chinese(link.field(), relations),
                    type.name() + " has no relation field \"" + link.field() + "\""
                            + Nearest.english(link.field(), relations));
            return null;
        }
        NodeType target = types.get(link.to());
        if (target == null) {
            if (!mapping.nodes().containsKey(link.to())) {
                problems.add(
                        link.place(),
                        "本映射没有名为“" + link.to() + "”的节点" + Nearest.chinese(link.to(), names),
                        "this mapping has no node named \"" + link.to() + "\"" + Nearest.english(link.to(), names));
            }
            return null;
        }
        List<NodeType> fitting = vocabulary.map().concrete(field.target());
        if (!fitting.contains(target)) {
            List<String> fit = fitting.stream().map(NodeType::name).toList();
            problems.add(
                    link.place(),
                    "%s.%s 指向 %s，而“%s”是 %s".formatted(type.name(), field.name(), fit, link.to(), target.name()),
                    "%s.%s points to %s, but \"%s\" is a %s"
                            .formatted(type.name(), field.name(), fit, link.to(), target.name()));
            return null;
        }
        if (!names.contains(node.name()) || !names.contains(link.to())) {
            return null;
        }
        return new LinkPlan(
                index,
                names.indexOf(node.name()),
                names.indexOf(link.to()),
                field,
                kind(type, field, target),
                properties(link, field));
    }

    private List<FieldPlan> properties(LinkMapping link, RelationField field) {
        MapType record = field.properties() == null ? null : vocabulary.map().find(field.properties());
        if (record == null) {
            link.properties()
                    .forEach(property -> problems.add(property.place(), "此关系没有属性", "this relation has no properties"));
            return List.of();
        }
        return fields(record.name(), record.fields(), link.properties(), null);
    }

    private RelationKind kind(NodeType owner, RelationField field, NodeType target) {
        Set<String> ownersRivals = field.plurality() == Plurality.ONE ? labels(field) : Set.of();
        Set<String> targetsRivals = target.fields().values().stream()
                .filter(other -> other instanceof RelationField inverse
                        && inverse.relation().equals(field.relation())
                        && inverse.outgoing() != field.outgoing()
                        && inverse.plurality() == Plurality.ONE
                        && vocabulary.map().concrete(inverse.target()).contains(owner))
                .flatMap(inverse -> labels((RelationField) inverse).stream())
                .collect(Collectors.toSet());
        return field.outgoing()
                ? new RelationKind(owner.label(), field.relation(), target.label(), ownersRivals, targetsRivals)
                : new RelationKind(target.label(), field.relation(), owner.label(), targetsRivals, ownersRivals);
    }

    private Set<String> labels(RelationField field) {
        return vocabulary.map().concrete(field.target()).stream()
                .map(NodeType::label)
                .collect(Collectors.toSet());
    }

    private static List<String> names(Map<String, MapField> fields, Class<? extends MapField> kind) {
        return fields.values().stream()
                .filter(kind::isInstance)
                .filter(field -> !(field instanceof PropertyField property && Edits.KEPT.contains(property.property())))
                .map(MapField::name)
                .toList();
    }
}
