package io.lianshu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;

/** The rules for tests: found by their name, told by plain sentences, never switched off. */
final class TestRules {

    private static final DescribedPredicate<JavaMethod> TESTS = describe(
            "are tests",
            method -> method.isMetaAnnotatedWith(Test.class)
                    || method.isMetaAnnotatedWith(TestTemplate.class)
                    || method.isMetaAnnotatedWith(Property.class));

    private TestRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("sentences", methods().that(TESTS).should().haveNameNotMatching("(?:should|test)(?:[A-Z_].*)?"));
        rules.put(
                "found",
                classes()
                        .that(describe("have tests", TestRules::hasTests))
                        .should()
                        .haveNameMatching(".*(?:Tests|IT)(?:\\$.*)?"));
        rules.put(
                "disabled",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.junit.jupiter.api.Disabled")
                        .because("a test that does not run decays silently"));
        return rules;
    }

    private static boolean hasTests(JavaClass type) {
        return type.getMethods().stream().anyMatch(TESTS);
    }
}
