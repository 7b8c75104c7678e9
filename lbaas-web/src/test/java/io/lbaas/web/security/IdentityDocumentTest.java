package io.lbaas.web.security;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;

/** The tables of roles and endpoints in the documentation are those of the code. */
class IdentityDocumentTest {

    private static final java.nio.file.Path DOCUMENT = java.nio.file.Path.of("../docs/identity.md");
    private static final Set<String> WORDS = Set.of("LIST", "LIST_QUOTA", "READER", "CALLER", "OPERATOR", "OPEN");

    @Test
    void theRolesAreThoseOfTheRuleSets() throws IOException {
        assertThat(rows("roles"))
                .containsExactlyElementsOf(Arrays.stream(RuleSet.values())
                        .flatMap(IdentityDocumentTest::rows)
                        .toList());
    }

    @Test
    void everyEndpointHasItsPermissionInTheTable() throws IOException {
        Set<String> documented = rows("endpoints").stream()
                .map(row -> row.split("\\s*\\|\\s*", -1))
                .flatMap(cells ->
                        Stream.of(cells[1].split(", ")).map(method -> method + " " + cells[2].replace("`", "")))
                .collect(toCollection(TreeSet::new));

        assertThat(documented)
                .as("endpoints in docs/identity.md, each with the permission that it requires")
                .containsExactlyElementsOf(endpoints());
    }

    @Test
    void whatAnEndpointRequiresIsAPermission() throws IOException {
        Stream<String> permissions = Arrays.stream(Permission.values()).map(Permission::name);
        List<String> known = Stream.concat(permissions, WORDS.stream()).toList();

        assertThat(rows("endpoints")).allSatisfy(row -> assertThat(known).contains(row.split("\\s*\\|\\s*", -1)[3]));
    }

    private static Stream<String> rows(RuleSet rules) {
        return rules.grants(false).stream().map(grant -> "| %s | %s | %s | %s | %s |"
                .formatted(
                        "`" + rules.wireName() + "`",
                        grant.roles().stream()
                                .sorted()
                                .map(role -> "`" + role + "`")
                                .collect(joining(", ")),
                        grant.where() == Grant.Where.OWN_PROJECT ? "own" : "all",
                        grant.permissions().stream()
                                .sorted()
                                .map(Permission::name)
                                .collect(joining(", ")),
                        rules.grants(true).contains(grant) ? "" : "deprecated")
                .replace("|  |", "| |"));
    }

    /** The rows of the table after the mark, without its head. */
    private static List<String> rows(String mark) throws IOException {
        String text = Files.readString(DOCUMENT);
        int start = text.indexOf("<!-- " + mark + " -->");
        return text.substring(start, text.indexOf("<!-- end -->", start))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .toList();
    }

    /** What JAX-RS is to serve, methods and paths, in alphabetical order. */
    private static Set<String> endpoints() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.lbaas.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(type -> Resource.from(type.reflect()))
                        .flatMap(resource -> endpoints("", resource).stream())
                        .collect(toCollection(TreeSet::new));
    }

    private static List<String> endpoints(String parent, Resource resource) {
        List<String> found = new ArrayList<>();
        String path = joined(parent, resource.getPath());
        resource.getResourceMethods().forEach(method -> found.add(method.getHttpMethod() + " " + path));
        resource.getChildResources().forEach(child -> found.addAll(endpoints(path, child)));
        return found;
    }

    /** Of parts with and without slashes, and without the patterns of their variables. */
    private static String joined(String parent, String path) {
        String plain = path.replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}");
        return ("/" + parent + "/" + plain).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
