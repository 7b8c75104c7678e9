package io.lbaas.driver.haproxy.runtime;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that a line of configuration names.
 *
 * @param kind the keyword before it
 */
record FileUse(FileKind kind, String name) {
    private static final String NAME = "[0-9a-f-]{36}-[0-9a-f]{64}\\.(?:pem|lst)";
    private static final Pattern USE = Pattern.compile("(\\S+) (" + NAME + ")");

    /** All in a line, from left to right. */
    static List<FileUse> of(String line) {
        return USE.matcher(line)
                .results()
                .map(use -> new FileUse(FileKind.of(use.group(1)), use.group(2)))
                .toList();
    }

    /** The line with other names for some. */
    static String renamed(String line, Map<String, String> names) {
        return USE.matcher(line)
                .replaceAll(use ->
                        Matcher.quoteReplacement(use.group(1) + " " + names.getOrDefault(use.group(2), use.group(2))));
    }

    /** The line without the names. */
    static String masked(String line) {
        return USE.matcher(line).replaceAll(use -> Matcher.quoteReplacement(use.group(1) + " *"));
    }
}
