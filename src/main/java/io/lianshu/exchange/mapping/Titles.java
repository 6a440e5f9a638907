package io.lianshu.exchange.mapping;

import io.lianshu.exchange.mapping.ImportPlan.FieldPlan;
import io.lianshu.exchange.mapping.ImportPlan.LinkPlan;
import io.lianshu.exchange.mapping.ImportPlan.NodePlan;
import io.lianshu.exchange.mapping.Mapping.PointSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chinese titles of a template's columns, each once: the term of the field, with that of the relation before it when
 * the field belongs to a node that is looked up, or with that of the type when two columns had the same.
 */
public final class Titles {

    private final ImportPlan plan;
    private final Terms terms;
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> longer = new LinkedHashMap<>();
    private final Map<String, @Nullable String> owners = new LinkedHashMap<>();

    Titles(ImportPlan plan, Terms terms, Map<String, String> given) {
        this.plan = plan;
        this.terms = terms;
        if (!plan.isTemplate()) {
            return;
        }
        plan.nodes().forEach(this::of);
        plan.links().forEach(this::of);
        List<String> all = new ArrayList<>(titles.values());
        titles.replaceAll(
                (column, title) -> Collections.frequency(all, title) > 1 ? longer.getOrDefault(column, title) : title);
        for (NodePlan node : plan.nodes()) {
            node.when().forEach(condition -> titles.putIfAbsent(condition.column(), condition.column()));
        }
        titles.putAll(given);
    }

    /** By column; a column that has none stands for itself. */
    public Map<String, String> all() {
        return Collections.unmodifiableMap(titles);
    }

    private void of(NodePlan node) {
        String prefix = node.lookup() ? relation(node) : terms.type(node.type().name());
        for (FieldPlan field : node.fields()) {
            for (String column : field.columns()) {
                String term = term(node.type().name(), field, column);
                put(column, node.lookup() ? joined(prefix, term) : term, joined(prefix, term), term, prefix);
            }
        }
    }

    private void of(LinkPlan link) {
        String prefix = field(link);
        for (FieldPlan property : link.properties()) {
            for (String column : property.columns()) {
                String term = term(String.valueOf(link.field().properties()), property, column);
                put(column, term, joined(prefix, term), term, prefix);
            }
        }
    }

    /** A column of several nodes, which stand for each other under conditions, bears the field's term alone. */
    private void put(String column, String title, String whole, String term, @Nullable String owner) {
        String before = titles.putIfAbsent(column, title);
        if (before == null) {
            owners.put(column, owner);
            longer.put(column, whole);
        } else if (!String.valueOf(owners.get(column)).equals(String.valueOf(owner))) {
            titles.put(column, term);
        }
    }

    private String term(String type, FieldPlan field, String column) {
        String term = field.value().source() instanceof PointSource point
                ? terms.field("GeoPoint", point.columns().indexOf(column) == 0 ? "latitude" : "longitude")
                : terms.field(type, field.field().name());
        return term == null ? column : term;
    }

    /** What leads to a node that is looked up; where rows begin, its type. */
    private @Nullable String relation(NodePlan node) {
        return plan.links().stream()
                .filter(link -> link.target() == node.index())
                .map(this::field)
                .findFirst()
                .orElseGet(() -> terms.type(node.type().name()));
    }

    private @Nullable String field(LinkPlan link) {
        return terms.field(
                plan.nodes().get(link.owner()).type().name(), link.field().name());
    }

    /** 所属项目 and 项目代码 are 所属项目代码. */
    private static String joined(@Nullable String before, String term) {
        String first = before == null ? "" : before;
        int overlap = Math.min(first.length(), term.length());
        while (!first.endsWith(term.substring(0, overlap))) {
            overlap--;
        }
        return first + term.substring(overlap);
    }
}
