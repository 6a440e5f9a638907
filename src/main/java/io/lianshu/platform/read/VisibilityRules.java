package io.lianshu.platform.read;

import io.lianshu.platform.graph.CypherCatalog;
import io.lianshu.platform.map.GraphMap;
import io.lianshu.platform.map.MapField;
import io.lianshu.platform.map.MapField.Exemption;
import io.lianshu.platform.map.MapField.PropertyField;
import io.lianshu.platform.map.MapField.RelationField;
import io.lianshu.platform.map.MapType;
import io.lianshu.platform.map.MapType.NodeType;
import io.lianshu.platform.map.Visibility;
import io.lianshu.platform.viewer.Viewer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The predicates that decide whether a viewer sees a node, as text to weave into a statement. A rule is the file
 * {@code cypher/<room>/visible/<rule>.cypher}: a boolean expression over {@code this}, {@code $viewer} and {@code $now},
 * whose own variables begin with {@code its}.
 */
final class VisibilityRules {

    private static final Pattern MACRO = Pattern.compile("/\\* and visible\\((\\w+)(?:: (\\w+))?\\) \\*/");
    private static final Pattern VARIABLE = Pattern.compile("[(\\[]\\s*([a-z]\\w*)\\s*[:)\\]{]");
    private static final Pattern THIS = Pattern.compile("\\bthis\\b");

    private final GraphMap map;
    private final Map<String, String> predicates = new HashMap<>();

    VisibilityRules(GraphMap map) {
        this.map = map;
        map.nodeTypes().forEach(type -> {
            String rule = type.visibility().rule();
            if (rule != null) {
                predicates.computeIfAbsent(rule, VisibilityRules::load);
            }
        });
        map.types().stream()
                .flatMap(type -> type.fields().values().stream())
                .flatMap(VisibilityRules::rulesOf)
                .forEach(rule -> predicates.computeIfAbsent(rule, VisibilityRules::load));
    }

    private static Stream<String> rulesOf(MapField field) {
        if (field instanceof RelationField relation) {
            return Stream.ofNullable(relation.gate());
        }
        return field instanceof PropertyField property
                ? Stream.concat(
                        Stream.ofNullable(property.visibility().rule()),
                        property.secrecy().exemptions().stream().map(Exemption::rule))
                : Stream.empty();
    }

    /** The predicate of a field's rule or of a relation's gate, for the variable of the owner; of a type's rule, for the node's. */
    String rule(String rule, String variable) {
        String predicate = predicates.get(rule);
        if (predicate == null) {
            throw new IllegalStateException("No predicate loaded for the rule " + rule);
        }
        return "(" + THIS.matcher(predicate).replaceAll(variable) + ")";
    }

    /** The predicate for a node variable of a type, or null when the viewer sees all of them. */
    @Nullable
    String predicate(String typeName, String variable, Viewer viewer) {
        return shared(typeName, variable, visibility -> predicate(visibility, variable, viewer));
    }

    private @Nullable String shared(
            String typeName, String variable, Function<Visibility, @Nullable String> predicates) {
        MapType type = map.type(typeName);
        if (type instanceof NodeType node) {
            return predicates.apply(node.visibility());
        }
        // Labels under one predicate share it, so that a statement over all types does not grow with their number.
        Map<String, String> labels = new LinkedHashMap<>();
        for (NodeType member : map.concrete(typeName)) {
            String predicate = predicates.apply(member.visibility());
            if (predicate != null) {
                labels.merge(predicate, member.label(), (some, another) -> some + "|" + another);
            }
        }
        return labels.isEmpty()
                ? null
                : labels.entrySet().stream()
                        .map(entry -> "(NOT " + variable + ":" + entry.getValue() + " OR " + entry.getKey() + ")")
                        .collect(Collectors.joining(" AND "));
    }

    /** A statement's text with the comments {@code /* and visible(x: Type) *}{@code /} replaced by the predicates. */
    String woven(String statement) {
        return MACRO.matcher(statement).replaceAll(match -> {
            String predicate = asked(match.group(2) == null ? "Node" : match.group(2), match.group(1));
            return Matcher.quoteReplacement(predicate == null ? "" : "AND " + predicate);
        });
    }

    /**
     * The same predicate for all viewers: it asks for the viewer's roles when it runs. Over all types it takes the
     * database seconds to plan, once and not once for each role.
     */
    @Nullable
    String asked(String typeName, String variable) {
        // Apart, as more types share roles, and more share a rule, than share both.
        String roles = shared(typeName, variable, VisibilityRules::admitted);
        String rules = shared(
                typeName, variable, visibility -> visibility.rule() == null ? null : rule(visibility.rule(), variable));
        if (roles == null) {
            return rules;
        }
        return rules == null ? roles : roles + " AND " + rules;
    }

    /** The condition that the viewer has one of the roles, or null when nobody needs any. */
    private static @Nullable String admitted(Visibility visibility) {
        return visibility.to().isEmpty()
                ? null
                : visibility.to().stream()
                        .map(role -> "'" + role.name() + "'")
                        .sorted()
                        .collect(Collectors.joining(", ", "any(itsRole IN $viewer.roles WHERE itsRole IN [", "])"));
    }

    private @Nullable String predicate(Visibility visibility, String variable, Viewer viewer) {
        if (!visibility.admits(viewer)) {
            // No node has this id, and an index can tell; the planner must not (see Compilation.never).
            return "(" + variable + ".id = $viewer.nobody)";
        }
        String rule = visibility.rule();
        if (rule == null) {
            return null;
        }
        return rule(rule, variable);
    }

    private static String load(String rule) {
        String text = CypherCatalog.rule(rule);
        Matcher variables = VARIABLE.matcher(text);
        while (variables.find()) {
            String name = variables.group(1);
            if (!name.equals("this") && !name.startsWith("its")) {
                throw new IllegalStateException("The rule " + rule + " has a variable " + name
                        + "; it could meet one of a statement it is woven into, so its name must begin with its");
            }
        }
        return text;
    }
}
