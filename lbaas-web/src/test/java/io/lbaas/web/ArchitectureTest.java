package io.lbaas.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The front end reaches the rest of the system through the plugin's services and the neutral model only. */
@AnalyzeClasses(packages = "io.lbaas.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule OF_OURS_ONLY_THE_PLUGINS_SERVICES_AND_THE_MODEL = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.lbaas.web..",
                    "io.lbaas.plugin.api..",
                    "io.lbaas.model..",
                    "jakarta..",
                    "org.eclipse.microprofile..",
                    "java..",
                    "javax.security.auth");

    @ArchTest
    static final ArchRule NO_QUEUES_AND_NO_DATABASE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.jms..", "jakarta.persistence..", "jakarta.resource..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.lbaas.web.(*)..").should().beFreeOfCycles();
}
