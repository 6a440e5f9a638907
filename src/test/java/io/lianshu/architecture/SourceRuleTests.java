package io.lianshu.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every text of the repository to the rules, and the rules to their samples. */
class SourceRuleTests {

    private static final Path SAMPLES = SourceFile.REPOSITORY.resolve("src/test/resources/broken/source");

    private final List<SourceFile> repository = SourceFile.under(SourceFile.REPOSITORY);

    @TestFactory
    Stream<DynamicTest> theRepositoryKeepsTheRule() {
        return SourceRules.ALL.stream()
                .map(rule -> dynamicTest(
                        rule.name(), () -> assertThat(rule.findings(repository)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> theRuleSeesEachOfItsBrokenSamples() {
        return SourceRules.ALL.stream()
                .flatMap(rule -> samples(rule, "wrong")
                        .map(file -> dynamicTest(
                                rule.name() + ": " + file.path(),
                                () -> assertThat(rule.findings(List.of(file))).isNotEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> theRuleLeavesRightSamplesAlone() {
        return SourceRules.ALL.stream()
                .flatMap(rule -> samples(rule, "right")
                        .map(file -> dynamicTest(
                                rule.name() + ": " + file.path(),
                                () -> assertThat(rule.findings(List.of(file))).isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> theRuleHasABrokenSampleOfTheSortItLooksAt() {
        return SourceRules.ALL.stream()
                .map(rule -> dynamicTest(
                        rule.name(),
                        () -> assertThat(samples(rule, "wrong")).isNotEmpty().allMatch(rule.sort())));
    }

    @Test
    void everySampleBelongsToARule() {
        assertThat(Objects.requireNonNull(SAMPLES.toFile().listFiles(File::isDirectory)))
                .extracting(File::getName)
                .containsExactlyInAnyOrderElementsOf(
                        SourceRules.ALL.stream().map(SourceRule::name).toList());
    }

    private static Stream<SourceFile> samples(SourceRule rule, String verdict) {
        Path folder = SAMPLES.resolve(rule.name()).resolve(verdict);
        return folder.toFile().isDirectory() ? SourceFile.under(folder).stream() : Stream.empty();
    }
}
