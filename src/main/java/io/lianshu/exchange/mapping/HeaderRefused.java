package io.lianshu.exchange.mapping;

import io.lianshu.platform.refusal.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A table whose first row does not name a template's columns; it says everything that is wrong with it. */
public final class HeaderRefused extends Refusal {

    private static final int SHOWN = 8;

    HeaderRefused(String file, List<Remedy> problems) {
        super(
                "IMPORT_HEADER_WRONG",
                Kind.BAD_REQUEST,
                null,
                "文件 " + file + " 的表头有误："
                        + shown(problems.stream().map(Remedy::chinese).toList(), "；", "；另有 %d 处"),
                "The header of " + file + " is wrong: "
                        + shown(problems.stream().map(Remedy::english).toList(), "; ", "; and %d more"));
    }

    private static String shown(List<String> problems, String between, String more) {
        String first = problems.stream().limit(SHOWN).collect(Collectors.joining(between));
        return problems.size() > SHOWN ? first + more.formatted(problems.size() - SHOWN) : first;
    }
}
