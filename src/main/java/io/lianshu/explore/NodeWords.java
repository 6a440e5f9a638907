package io.lianshu.explore;

import io.lianshu.platform.code.CodeLists;
import io.lianshu.platform.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What nodes are called and what paths say, for rooms that have paths of their own. A step is a relation's type with {@code >}, when
 * it is walked from its start, or {@code <} after it.
 */
@Component
public final class NodeWords {

    private static final String RELATIONS = "relation";

    private final Titles titles;
    private final Sentences sentences;
    private final RelationTypes relations;
    private final CodeLists codes;

    NodeWords(Titles titles, RelationTypes relations, CodeLists codes) {
        this.titles = titles;
        this.sentences = Sentences.load();
        this.relations = relations;
        this.codes = codes;
    }

    /**
     * A node as the graph has it.
     *
     * @param properties all of them; what of these the viewer may see, and how, is judged here
     */
    public record GraphNode(String id, String label, Map<String, ? extends @Nullable Object> properties) {}

    /**
     * A node of a path.
     *
     * @param steps by which the node before leads here, none for the first and where no relation is known
     */
    public record Passed(GraphNode node, List<String> steps) {

        public Passed {
            steps = List.copyOf(steps);
        }
    }

    /** What to call it, masked as the viewer must see it. */
    public String title(GraphNode node, Viewer viewer) {
        return titles.title(named(node), viewer);
    }

    /** What the relations are called that the viewer may follow; null without one. */
    public @Nullable String relation(List<String> steps, Viewer viewer) {
        Set<String> open = relations.open(viewer);
        String labels = steps.stream()
                .map(NodeWords::type)
                .filter(open::contains)
                .distinct()
                .map(type -> codes.label(RELATIONS, type, viewer.speaksEnglish()))
                .collect(Collectors.joining(viewer.speaksEnglish() ? ", " : "、"));
        return labels.isEmpty() ? null : labels;
    }

    /** What the path says, a sentence for each relation that the viewer may follow. */
    public String told(List<Passed> path, Viewer viewer) {
        Set<String> open = relations.open(viewer);
        List<String> names = path.stream()
                .map(passed -> titles.inSentence(named(passed.node()), viewer))
                .toList();
        List<List<String>> ways = path.stream()
                .skip(1)
                .map(passed -> passed.steps().stream()
                        .filter(step -> open.contains(type(step)))
                        .toList())
                .toList();
        if (!ways.isEmpty() && ways.stream().allMatch(steps -> steps.size() == 1)) {
            List<String> walked = ways.stream().map(steps -> steps.get(0)).toList();
            return sentences.tell(names, walked, viewer.speaksEnglish());
        }
        List<String> told = new ArrayList<>();
        for (int at = 0; at < ways.size(); at++) {
            for (String step : ways.get(at)) {
                told.add(sentences.single(step, names.get(at), names.get(at + 1), viewer.speaksEnglish()));
            }
        }
        return told.isEmpty()
                ? String.join(viewer.speaksEnglish() ? ", " : "、", names)
                : Sentences.joined(told, viewer.speaksEnglish());
    }

    private static String type(String step) {
        return step.substring(0, step.length() - 1);
    }

    private NamedNode named(GraphNode node) {
        List<@Nullable Object> texts = new ArrayList<>();
        titles.properties()
                .getOrDefault(node.label(), List.of())
                .forEach(property -> texts.add(node.properties().get(property)));
        return new NamedNode(node.id(), node.label(), texts);
    }
}
