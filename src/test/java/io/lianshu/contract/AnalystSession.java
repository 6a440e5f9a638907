package io.lianshu.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that goes through an analyst's session: under each heading an operation, its variables, and what is answered, in part. */
final class AnalystSession {

    private static final Path OPERATIONS = Sdl.REPOSITORY.resolve("api/operations/analyst");
    private static final Pattern HEADING = Pattern.compile(
            "(?m)^## [^\\n]*\\[(\\w+)]\\(\\.\\./\\.\\./\\.\\./api/operations/analyst/(\\w+)\\.graphql\\)[^\\n]*\\n");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(json|jsonc)\\n(.*?)```");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnalystSession() {}

    /**
     * One step.
     *
     * @param variables as printed, empty when none are
     * @param excerpt of the answer's data, empty for a subscription
     */
    record Request(String operation, String variables, String excerpt) {

        /** Whether it is a query, which others ask on the sample. */
        boolean isAsked() {
            return !excerpt.isEmpty();
        }

        /** What is printed and is not so. */
        List<String> differences(String answer) {
            List<String> differences = new ArrayList<>();
            Path example = OPERATIONS.resolve(operation + ".variables.json");
            if (!Files.exists(example)) {
                return List.of(operation + " is no operation of the analyst's");
            }
            if (!variables.isEmpty() && !JSON.readTree(variables).equals(JSON.readTree(Sdl.read(example)))) {
                differences.add(operation + ": its example has other variables than " + variables.strip());
            }
            if (answer.isEmpty()) {
                differences.add(operation + " was not asked");
            } else if (!holds(JSON.readTree(answer).path("data"), JSON.readTree(excerpt))) {
                differences.add(operation + " does not answer " + excerpt.strip());
            }
            return differences;
        }
    }

    static List<Request> read(Path page) {
        String text = Sdl.read(page);
        List<Request> requests = new ArrayList<>();
        Matcher heading = HEADING.matcher(text);
        int end = heading.find() ? heading.start() : text.length();
        while (end < text.length()) {
            if (!heading.group(1).equals(heading.group(2))) {
                throw new IllegalStateException(page + " links " + heading.group(1) + " to " + heading.group(2));
            }
            String operation = heading.group(1);
            int begin = heading.end();
            end = heading.find() ? heading.start() : text.length();
            List<String> blocks = new ArrayList<>();
            Matcher block = BLOCK.matcher(text.substring(begin, end));
            while (block.find()) {
                blocks.add(block.group(2));
            }
            requests.add(new Request(
                    operation, blocks.isEmpty() ? "" : blocks.get(0), blocks.size() < 2 ? "" : blocks.get(1)));
        }
        return requests;
    }

    /** Whether all that is printed is there: of a list some elements, in any order, of an object some fields. */
    static boolean holds(JsonNode answer, JsonNode printed) {
        if (printed.isObject()) {
            return printed.propertyStream()
                    .allMatch(
                            field -> answer.has(field.getKey()) && holds(answer.get(field.getKey()), field.getValue()));
        }
        if (printed.isArray()) {
            return answer.isArray()
                    && printed.valueStream()
                            .allMatch(wanted -> answer.valueStream().anyMatch(element -> holds(element, wanted)));
        }
        return answer.equals(printed);
    }
}
