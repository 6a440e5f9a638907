package io.lianshu.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.satisfied;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Controller;

/** Conditions on what a class or package is called. */
final class NameCondition extends ArchCondition<JavaClass> {

    private final Predicate<JavaClass> holds;

    private NameCondition(String says, Predicate<JavaClass> holds) {
        super(says);
        this.holds = holds;
    }

    static ArchCondition<JavaClass> matching(String pattern) {
        return new NameCondition(
                "be named " + pattern, type -> type.getSimpleName().matches(pattern));
    }

    static ArchCondition<JavaClass> inPackageMatching(String pattern) {
        return new NameCondition(
                "lie in " + pattern, type -> type.getPackageName().matches(pattern));
    }

    /** Controllers are annotated and named so; a Status is an enum; settings, inputs, payloads and ids are values. */
    static ArchCondition<JavaClass> keepingTheWordOfItsSuffix() {
        return new NameCondition("be what their suffix says", type -> {
            String name = type.getSimpleName();
            boolean controller = type.isMetaAnnotatedWith(Controller.class);
            if (controller != name.endsWith("Controller")) {
                return false;
            }
            if (type.isAnnotatedWith(ConfigurationProperties.class) != name.endsWith("Settings")) {
                return false;
            }
            return !name.endsWith("Status") || type.isEnum();
        });
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String message = type.getName() + " in " + type.getSourceCodeLocation();
        events.add(holds.test(type) ? satisfied(type, message) : violated(type, message));
    }
}
