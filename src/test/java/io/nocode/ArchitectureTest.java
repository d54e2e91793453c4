package io.nocode;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.nocode.shared.security.Anyone;
import io.nocode.shared.security.SignedIn;
import io.nocode.shared.signal.Signal;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;

/** What the architecture claims, held. */
@AnalyzeClasses(packages = "io.nocode", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modulesDependDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("insights")
            .definedBy("io.nocode.insights..")
            .optionalLayer("automation")
            .definedBy("io.nocode.automation..")
            .layer("runtime")
            .definedBy("io.nocode.runtime..")
            .layer("studio")
            .definedBy("io.nocode.studio..")
            .layer("foundation")
            .definedBy("io.nocode.foundation..")
            .layer("shared")
            .definedBy("io.nocode.shared..")
            .whereLayer("insights")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("automation")
            .mayOnlyBeAccessedByLayers("insights")
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers("insights", "automation")
            .whereLayer("studio")
            .mayOnlyBeAccessedByLayers("insights", "automation", "runtime")
            .whereLayer("foundation")
            .mayOnlyBeAccessedByLayers("insights", "automation", "runtime", "studio")
            .because("what lies above learns of things through events that the lower module promises");

    @ArchTest
    static final ArchRule hearingASignalTakesNoConnection = methods()
            .that(hearSignals())
            .should(beginNoTransaction())
            .because("it is heard while the connection of who sent it is not given back yet:"
                    + " many at once would wait for each other");

    @ArchTest
    static final ArchRule thereAreNoCyclesBetweenFeatures = slices().matching("io.nocode.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that needs another that needs it is one feature");

    @ArchTest
    static final ArchRule thePureStaysPure = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.nocode.foundation.billing..",
                    "io.nocode.studio.schema..",
                    "io.nocode.runtime.query..",
                    "io.nocode.automation.engine..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta..", "java.sql..", "javax.sql.."))
            .because("the core decides, the shell acts");

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCallIt = methods()
            .that(new DescribedPredicate<JavaMethod>("are endpoints") {
                @Override
                public boolean test(JavaMethod method) {
                    return method.getAnnotations().stream()
                            .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
                }
            })
            .should(new ArchCondition<>("be marked @Anyone, or stand in a class marked @SignedIn") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean marked = method.isAnnotatedWith(Anyone.class)
                            || method.isAnnotatedWith(SignedIn.class)
                            || method.getOwner().isAnnotatedWith(SignedIn.class);
                    if (!marked) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " says nothing"));
                    }
                }
            })
            .because("nobody forgets what a test holds");

    @ArchTest
    static final ArchRule entitiesStayInside = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class)
            .because("what the client sees is a record of its own");

    @ArchTest
    static final ArchRule jdbcHasFewHomes = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.nocode.shared.sql..", "io.nocode.shared.signal..", "io.nocode.runtime.records..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
            .because("SQL is a value; who runs it is found in a minute");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("io.nocode.shared.time..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a test moves the clock");

    @ArchTest
    static final ArchRule namesAreNotHollow = classes()
            .should()
            .haveNameNotMatching(".*(Service|Manager|Helper|Util|Utils|Impl)$")
            .because("such a name is usually two classes, or a method of something that exists");

    private static DescribedPredicate<JavaMethod> hearSignals() {
        return DescribedPredicate.describe(
                "hear signals",
                method -> method.getParameters().stream()
                        .anyMatch(parameter -> parameter.isAnnotatedWith(Observes.class)
                                && parameter.getRawType().isEquivalentTo(Signal.class)));
    }

    private static ArchCondition<JavaMethod> beginNoTransaction() {
        return new ArchCondition<>("begin no transaction") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Transactional own = method.tryGetAnnotationOfType(Transactional.class)
                        .or(() -> method.getOwner().tryGetAnnotationOfType(Transactional.class))
                        .orElse(null);
                boolean begins = own != null && own.value() != Transactional.TxType.SUPPORTS;
                events.add(new SimpleConditionEvent(method, !begins, method.getFullName()));
            }
        };
    }
}
