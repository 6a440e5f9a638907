package io.lianshu.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.lianshu.platform.graph.OwnsItsThread;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Configuration;
import picocli.CommandLine.Command;

/** Which classes may wait: those that run on a thread of their own and say so. */
final class OwnThread {

    static final DescribedPredicate<JavaClass> MARKED = DescribedPredicate.describe(
            "own their thread", type -> outermost(type).isAnnotatedWith(OwnsItsThread.class));

    static final DescribedPredicate<JavaClass> HELD = MARKED.or(
            DescribedPredicate.describe("are commands", type -> outermost(type).isAnnotatedWith(Command.class)));

    static final DescribedPredicate<JavaClass> MAY_USE = HELD.or(DescribedPredicate.describe(
            "wire the program",
            type -> outermost(type).isMetaAnnotatedWith(Configuration.class)
                    || outermost(type).isAnnotatedWith(SpringBootApplication.class)));

    private OwnThread() {}

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(OwnThread::outermost).orElse(type);
    }
}
