package io.lianshu.exchange.subgraph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What may be exported: the operation that asks for it, and its parameters, which are the operation's variables. */
enum SubgraphQuestion {
    NEIGHBOURHOOD("Neighbourhood", "id", "depth types nodeTypes limit"),
    PATHS("Paths", "from to", "maxLength types first"),
    SHARED("SharedEntities", "", "lot companies"),
    RING("Ring", "id", "");

    private final String operation;
    private final String needed;
    private final String optional;

    /** Names with a space between. */
    SubgraphQuestion(String operation, String needed, String optional) {
        this.operation = operation;
        this.needed = needed;
        this.optional = optional;
    }

    static Optional<SubgraphQuestion> of(String path) {
        return Arrays.stream(values())
                .filter(question -> question.path().equals(path))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(SubgraphQuestion::path).collect(Collectors.joining(", "));
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Client and name of the operation. */
    String operation() {
        return "analyst/" + operation;
    }

    List<String> needed() {
        return names(needed);
    }

    Set<String> parameters() {
        Set<String> all = new TreeSet<>(needed());
        all.addAll(names(optional));
        return all;
    }

    /** The parameter that says what it is about. */
    String parameter() {
        return needed().isEmpty() ? names(optional).get(0) : needed().get(0);
    }

    private static List<String> names(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
