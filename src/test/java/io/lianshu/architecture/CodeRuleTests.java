package io.lianshu.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the product's classes to the rules, and the rules to their samples. */
class CodeRuleTests {

    private static final String PRODUCT = "io.lianshu";
    private static final String SAMPLES = "io.lianshu.architecture.broken";

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(PRODUCT);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .withImportOption(location -> !location.contains("/architecture/broken/"))
            .importPackages(PRODUCT);

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRule() {
        return CodeRules.under(PRODUCT).entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> theTestsKeepTheRule() {
        return TestRules.all().entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(TESTS)));
    }

    @TestFactory
    Stream<DynamicTest> theRuleSeesEveryWrongSampleAndNoRightOne() {
        return Stream.concat(CodeRules.under(PRODUCT).keySet().stream(), TestRules.all().keySet().stream())
                .map(name -> dynamicTest(name, () -> seesItsSamples(name)));
    }

    @Test
    void everySampleBelongsToARule() {
        Set<String> sampled = new ClassFileImporter()
                .importPackages(SAMPLES).stream()
                        .map(type -> type.getPackageName()
                                .substring(SAMPLES.length() + 1)
                                .split("\\.")[0])
                        .filter(folder -> !folder.equals("rooms"))
                        .collect(Collectors.toSet());
        assertThat(sampled)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(CodeRules.under(PRODUCT).keySet().stream(), TestRules.all().keySet().stream())
                                .toList());
    }

    private static void seesItsSamples(String name) {
        String root = SAMPLES + "." + name;
        ArchRule rule = TestRules.all().getOrDefault(name, CodeRules.under(root).get(name));
        JavaClasses samples = new ClassFileImporter().importPackages(root);
        List<String> seen = rule.evaluate(samples).getFailureReport().getDetails();
        List<JavaClass> outer =
                samples.stream().filter(JavaClass::isTopLevelClass).toList();

        assertThat(outer).anyMatch(type -> !isRight(type));
        assertThat(outer)
                .allSatisfy(type -> assertThat(seen.stream().anyMatch(line -> line.contains(type.getName())))
                        .as("%s in %s", type.getSimpleName(), seen)
                        .isEqualTo(!isRight(type)));
    }

    private static boolean isRight(JavaClass type) {
        return type.getSimpleName().startsWith("Right");
    }
}
