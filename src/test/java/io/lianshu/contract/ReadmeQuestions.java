package io.lianshu.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The questions that a README prints with their answers: a remark names viewer and language, then come both blocks. */
final class ReadmeQuestions {

    private static final Pattern QUESTION = Pattern.compile(
            "<!-- ask: (?<viewer>[a-z-]+), (?<language>zh|en) -->\\s+```graphql\\n(?<document>.*?)```\\s+```json\\n(?<answer>.*?)```",
            Pattern.DOTALL);

    private ReadmeQuestions() {}

    /** @param answer the response's data as JSON */
    record Question(String viewer, String language, String document, String answer) {}

    static List<Question> of(Path readme) {
        return QUESTION.matcher(Sdl.read(readme))
                .results()
                .map(found -> new Question(found.group(1), found.group(2), found.group(3), found.group(4)))
                .toList();
    }
}
