package io.lianshu.exchange.mapping;

import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A mapping that does not fit the map or the files; it says everything that is wrong, in the file's order. */
public final class MappingRefused extends Refusal {

    private final transient List<MappingProblem> problems;

    MappingRefused(List<MappingProblem> problems) {
        super(
                "IMPORT_MAPPING_WRONG",
                Kind.BAD_REQUEST,
                null,
                "映射文件有误：" + text(problems, false),
                "The mapping is wrong: " + text(problems, true));
        this.problems = List.copyOf(problems);
    }

    public List<MappingProblem> problems() {
        return problems;
    }

    private static String text(List<MappingProblem> problems, boolean english) {
        return problems.stream().map(problem -> problem.message(english)).collect(Collectors.joining("; "));
    }
}
