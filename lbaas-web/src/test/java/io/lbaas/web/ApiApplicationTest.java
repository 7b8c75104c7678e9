package io.lbaas.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiApplicationTest {

    @Test
    void allThatHasAPathAndAllProvidersAreServed() {
        List<String> there = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.lbaas.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class) || type.isAnnotatedWith(Provider.class))
                        .map(JavaClass::getName)
                        .toList();

        assertThat(new ApiApplication().getClasses())
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(there);
    }
}
