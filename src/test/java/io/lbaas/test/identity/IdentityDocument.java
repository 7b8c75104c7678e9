package io.lbaas.test.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of the documentation, which unit tests hold to the code: what roles permit, what endpoints require. */
final class IdentityDocument {
    private static final Path FILE = Path.of(System.getProperty("lbaas.checkout"), "docs/identity.md");

    private IdentityDocument() {}

    /** What several roles together permit in their own project, or in all. */
    record Grant(Set<String> roles, boolean everywhere, Set<String> permissions) {

        boolean covers(Set<String> callersRoles, String permission, boolean own) {
            return callersRoles.containsAll(roles) && (own || everywhere) && permissions.contains(permission);
        }
    }

    /** A method of a path and the permission that it requires. */
    record Endpoint(String method, String path, String requires) {

        boolean isList() {
            return requires.startsWith("LIST");
        }
    }

    /** The grants of a rule set, without the deprecated ones where the new defaults are enforced. */
    static List<Grant> grants(String ruleSet, boolean enforced) {
        return rows("roles")
                .filter(cells -> cells[1].equals("`" + ruleSet + "`"))
                .filter(cells -> !enforced || !Arrays.asList(cells).contains("deprecated"))
                .map(cells -> new Grant(
                        Set.of(cells[2].replace("`", "").split(", ")),
                        cells[3].equals("all"),
                        Set.of(cells[4].split(", "))))
                .toList();
    }

    static List<Endpoint> endpoints() {
        return rows("endpoints")
                .flatMap(cells -> Arrays.stream(cells[1].split(", "))
                        .map(method -> new Endpoint(method, cells[2].replace("`", ""), cells[3])))
                .toList();
    }

    /** The cells of each row of the table after a mark; the first is empty. */
    private static Stream<String[]> rows(String mark) {
        try {
            String text = Files.readString(FILE);
            int start = text.indexOf("<!-- " + mark + " -->");
            return text.substring(start, text.indexOf("<!-- end -->", start))
                    .lines()
                    .filter(line -> line.startsWith("| "))
                    .skip(2)
                    .map(line -> line.split("\\s*\\|\\s*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
