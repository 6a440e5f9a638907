package io.lianshu.exchange.subgraph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;

/** What a request asks for, as it stands in its address. */
final class SubgraphParameters {

    /** Parameters that are lists, with commas between. */
    private static final Set<String> LISTS = Set.of("types", "nodeTypes", "companies");

    private static final Set<String> NUMBERS = Set.of("depth", "limit", "maxLength", "first");
    private static final String FORMAT = "format";
    private static final int LONGEST = 4_000;

    private final MultiValueMap<String, String> given;

    SubgraphParameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    SubgraphFormat format() {
        String name = given.getFirst(FORMAT);
        return name == null
                ? SubgraphFormat.GEXF
                : Arrays.stream(SubgraphFormat.values())
                        .filter(format -> format.parameter().equals(name))
                        .findFirst()
                        .orElseThrow(() -> SubgraphRefused.parameter(
                                FORMAT, "应为 " + SubgraphFormat.names(), "must be one of " + SubgraphFormat.names()));
    }

    /** The variables of the question: no parameter but those that it knows, each once, and all that it needs. */
    Map<String, Object> variables(SubgraphQuestion question) {
        Map<String, Object> variables = new TreeMap<>();
        given.forEach((name, values) -> {
            if (name.equals(FORMAT)) {
                return;
            }
            if (!question.parameters().contains(name)) {
                String known = String.join(", ", question.parameters());
                // The name itself is not repeated: it may be anything.
                throw SubgraphRefused.parameter(
                        question.parameter(),
                        "有不认识的参数；可用 " + known + ", " + FORMAT,
                        "there is a parameter beside it that is not known; there are " + known + ", " + FORMAT);
            }
            if (values.size() != 1 || values.get(0).length() > LONGEST) {
                throw SubgraphRefused.parameter(
                        name, "应只给一次，且不超过 " + LONGEST + " 字", "give it once, with at most " + LONGEST + " characters");
            }
            variables.put(name, value(name, values.get(0)));
        });
        question.needed().forEach(name -> {
            if (!variables.containsKey(name)) {
                throw SubgraphRefused.parameter(name, "必须给出", "must be given");
            }
        });
        return variables;
    }

    private static Object value(String name, String text) {
        if (LISTS.contains(name)) {
            return List.of(text.split(",", -1));
        }
        if (!NUMBERS.contains(name)) {
            return text;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw SubgraphRefused.parameter(name, "应为整数", "must be a whole number");
        }
    }
}
