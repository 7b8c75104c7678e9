package io.lbaas.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.lbaas.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class AgentWallsTest {

    @ArchTest
    static final ArchRule knowsMessagesModelAndDriverSpiOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.lbaas.agent..",
                    "io.lbaas.message..",
                    "io.lbaas.tls..",
                    "io.lbaas.keystone..",
                    "io.lbaas.driver.spi..",
                    "io.lbaas.model..",
                    "jakarta..",
                    "java..",
                    "javax.naming..",
                    "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule opensNoDatabaseAndServesNoTenant = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "jakarta.persistence..", "jakarta.ws.rs..", "jakarta.security..");

    @ArchTest
    static final ArchRule onlyTheQueuePackageSpeaksJms = noClasses()
            .that()
            .resideOutsideOfPackage("io.lbaas.agent.queue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.jms..", "jakarta.ejb..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.lbaas.agent.(*)..").should().beFreeOfCycles();
}
