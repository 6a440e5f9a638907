package io.lianshu.architecture;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Something that must hold of every file of a sort and that bytecode cannot show.
 *
 * @param name also the folder of its samples under {@code src/test/resources/broken/source}
 * @param check what is wrong with a file, one sentence each; empty when nothing is
 */
record SourceRule(String name, Predicate<SourceFile> sort, Function<SourceFile, List<String>> check) {

    static SourceRule without(String name, Predicate<SourceFile> sort, Pattern forbidden, String says) {
        return new SourceRule(name, sort, file -> file.linesWith(forbidden, says));
    }

    List<String> findings(List<SourceFile> files) {
        return files.stream()
                .filter(sort)
                .flatMap(file -> check.apply(file).stream())
                .toList();
    }
}
