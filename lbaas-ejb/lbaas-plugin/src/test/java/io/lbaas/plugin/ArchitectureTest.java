package io.lbaas.plugin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.lbaas.plugin.service.InFaults;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Set;

@AnalyzeClasses(packages = "io.lbaas", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_PLUGIN_CARRIES_NO_DRIVER_AND_NO_REST = noClasses()
            .that()
            .resideInAPackage("io.lbaas.plugin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lbaas.agent..", "io.lbaas.web..", "io.lbaas.driver.jca..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule FRONT_ENDS_SEE_THE_MODEL_ONLY = classes()
            .that()
            .resideInAPackage("io.lbaas.plugin.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.lbaas.plugin.api..",
                    "io.lbaas.model..",
                    "io.lbaas.driver.spi",
                    "jakarta.ejb",
                    "jakarta.validation..",
                    "java..");

    @ArchTest
    static final ArchRule THE_TREE_KNOWS_NO_SESSION_AND_NO_QUEUE = noClasses()
            .that()
            .resideInAnyPackage("io.lbaas.plugin.tree..", "io.lbaas.plugin.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..",
                    "jakarta.jms..",
                    "jakarta.ejb..",
                    "io.lbaas.plugin.store..",
                    "io.lbaas.plugin.queue..",
                    "io.lbaas.plugin.service..");

    @ArchTest
    static final ArchRule ROWS_KNOW_NO_RULES = noClasses()
            .that()
            .resideInAPackage("io.lbaas.plugin.entity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lbaas.plugin.tree..", "io.lbaas.plugin.rule..", "io.lbaas.plugin.store..");

    /** One that suspended it would wait for the locks that it holds. */
    @ArchTest
    static final ArchRule SERVICES_JOIN_THE_TRANSACTION_OF_THEIR_CALLER = noClasses()
            .that()
            .areAnnotatedWith(InFaults.class)
            .should()
            .beAnnotatedWith(describe("a transaction of its own", ArchitectureTest::suspends));

    @ArchTest
    static final ArchRule ONLY_THE_QUEUE_PACKAGE_SPEAKS_JMS = noClasses()
            .that()
            .resideInAPackage("io.lbaas.plugin..")
            .and()
            .resideOutsideOfPackages("io.lbaas.plugin.queue..", "io.lbaas.plugin.service..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..");

    private static boolean suspends(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isEquivalentTo(TransactionAttribute.class)
                && Set.of(TransactionAttributeType.NOT_SUPPORTED, TransactionAttributeType.REQUIRES_NEW)
                        .contains(annotation.as(TransactionAttribute.class).value());
    }
}
