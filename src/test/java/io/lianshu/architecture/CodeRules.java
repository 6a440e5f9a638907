package io.lianshu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

/** The rules for compiled code, by the name of their samples' package under {@code broken}. */
final class CodeRules {

    private static final String FORBIDDEN_NAMES = ".*(?:Utils?|Common|Helper|Manager|Impl|Base|Dto|DTO|Dao|DAO|VO|Vo)";
    private static final String FORBIDDEN_PACKAGES =
            ".*\\.(?:utils?|common|helpers?|managers?|impl|base|dto|dao|service|services|repository|repositories"
                    + "|model|models|entity|entities|controller|controllers)(?:\\..*)?";

    private CodeRules() {}

    /**
     * The rules for the classes below a package.
     *
     * @param root {@code io.lianshu}, or a sample laid out like it
     */
    static Map<String, ArchRule> under(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("blocking", nobodyBlocks());
        rules.put("synchronous", nobodyWaitsForTheDriver());
        rules.put("waiting", onlyOwnersOfThreadsUseWhatWaits());
        rules.put("now", timeComesFromAClock());
        rules.put("injection", nothingIsInjectedIntoFields());
        rules.put("value", nobodyReadsSingleValues());
        rules.put("environment", onlySettingsKnowTheEnvironment());
        rules.put("settings", settingsAreRecords());
        rules.put("open", controllersAndGraphsStayInTheirRoom());
        rules.put("driver", onlyGraphsKnowTheDriver(root));
        rules.put("dsl", onlyTheCompilerBuildsStatements(root));
        rules.put("names", namesSayWhatAThingIs());
        rules.put("folders", packagesAreRoomsNotLayers());
        rules.put("suffixes", suffixesKeepTheirWord());
        rules.put("pure", pureCodeKnowsNoFramework(root));
        rules.put("cycles", platformHasNoCycles(root));
        rules.put("mutable", nothingSharedChanges());
        return rules;
    }

    private static ArchRule nobodyBlocks() {
        DescribedPredicate<JavaCall<?>> waiting = target(owner(resideInAPackage("reactor.core.publisher")))
                .and(target(nameMatching("block.*|toIterable|toStream")))
                .or(target(owner(assignableTo(Future.class))).and(target(nameMatching("get|join|resultNow"))))
                .or(target(owner(assignableTo(Thread.class))).and(target(nameMatching("sleep|join"))))
                .or(target(owner(assignableTo(Process.class))).and(target(name("waitFor"))))
                .or(target(owner(assignableTo(CountDownLatch.class))).and(target(name("await"))))
                .or(target(owner(assignableTo(BlockingQueue.class))).and(target(nameMatching("take|put"))))
                .or(target(owner(assignableTo(Object.class))).and(target(name("wait"))));
        return noClasses()
                .that(not(OwnThread.HELD))
                .should()
                .callMethodWhere(waiting)
                .because("an event-loop thread that waits stops every client")
                .allowEmptyShould(true);
    }

    private static ArchRule nobodyWaitsForTheDriver() {
        return noClasses()
                .that(not(OwnThread.HELD))
                .should()
                .dependOnClassesThat(describe(
                        "are synchronous sessions of the driver",
                        type -> type.getName()
                                .matches("org\\.neo4j\\.driver\\.(?:Session|Transaction|TransactionContext|Result"
                                        + "|ExecutableQuery|QueryRunner|SimpleQueryRunner)")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.data.neo4j.core.Neo4jClient")
                .because("only a thread of one's own may wait for the database");
    }

    private static ArchRule onlyOwnersOfThreadsUseWhatWaits() {
        return noClasses()
                .that(not(OwnThread.MAY_USE))
                .should()
                .dependOnClassesThat(OwnThread.MARKED)
                .because("what waits would wait on its caller's thread");
    }

    private static ArchRule timeComesFromAClock() {
        DescribedPredicate<JavaCall<?>> ownTime = target(owner(resideInAPackage("java.time..")))
                .and(target(name("now")))
                .and(target(not(rawParameterTypes(Clock.class))));
        return noClasses()
                .should()
                .callMethodWhere(ownTime)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class)
                .because("a visit week must be testable on any day");
    }

    private static ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Resource.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("a constructor says what a class needs")
                .allowEmptyShould(true);
    }

    private static ArchRule nobodyReadsSingleValues() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Value.class)
                .because("settings are read once, into a record");
    }

    private static ArchRule onlySettingsKnowTheEnvironment() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Settings")
                .should()
                .callMethodWhere(target(owner(assignableTo(System.class))).and(target(name("getenv"))))
                .allowEmptyShould(true);
    }

    private static ArchRule settingsAreRecords() {
        return classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .andShould()
                .haveSimpleNameEndingWith("Settings")
                .allowEmptyShould(true);
    }

    private static ArchRule controllersAndGraphsStayInTheirRoom() {
        return classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areMetaAnnotatedWith(Repository.class)
                .or()
                .haveSimpleNameEndingWith("Controller")
                .or(describe(
                        "are graphs of a room", type -> type.getSimpleName().endsWith("Graph")))
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true);
    }

    private static ArchRule onlyGraphsKnowTheDriver(String root) {
        return noClasses()
                .that(not(describe(
                        "are graphs", type -> outermost(type).getSimpleName().endsWith("Graph"))))
                .and()
                .resideOutsideOfPackage(root + ".platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.neo4j.driver..", "org.springframework.data.neo4j..")
                .allowEmptyShould(true);
    }

    private static ArchRule onlyTheCompilerBuildsStatements(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".platform.read..", root + ".platform.write..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.neo4j.cypherdsl..")
                .because("everywhere else a statement is a file")
                .allowEmptyShould(true);
    }

    private static ArchRule namesSayWhatAThingIs() {
        return noClasses().should(NameCondition.matching(FORBIDDEN_NAMES));
    }

    private static ArchRule packagesAreRoomsNotLayers() {
        return noClasses().should(NameCondition.inPackageMatching(FORBIDDEN_PACKAGES));
    }

    private static ArchRule suffixesKeepTheirWord() {
        return classes().should(NameCondition.keepingTheWordOfItsSuffix());
    }

    private static ArchRule pureCodeKnowsNoFramework(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".platform.map", root + ".platform.identifier", root + ".collusion.core")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "reactor..", "jakarta..", "org.neo4j..")
                .allowEmptyShould(true);
    }

    private static ArchRule platformHasNoCycles(String root) {
        return slices().matching(root + ".platform.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private static ArchRule nothingSharedChanges() {
        return fields().that()
                .areStatic()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .allowEmptyShould(true);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(CodeRules::outermost).orElse(type);
    }
}
