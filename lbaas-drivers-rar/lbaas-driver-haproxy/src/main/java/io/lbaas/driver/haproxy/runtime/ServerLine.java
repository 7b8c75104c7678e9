package io.lbaas.driver.haproxy.runtime;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server as it stands in the configuration.
 *
 * @param weight apart from the rest, because it can be changed while HAProxy runs
 * @param options all after the weight but {@code disabled}, each after a blank
 */
record ServerLine(String backend, String name, String address, String weight, String options, boolean disabled) {
    private static final Pattern LINE =
            Pattern.compile("    server (\\S+) (\\S+) weight (\\d+)((?: \\S+)*?)( disabled)?");

    static Optional<ServerLine> parse(String backend, String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new ServerLine(
                        backend,
                        matcher.group(1),
                        matcher.group(2),
                        matcher.group(3),
                        matcher.group(4),
                        matcher.group(5) != null))
                : Optional.empty();
    }

    String path() {
        return backend + "/" + name;
    }

    boolean checked() {
        return options.contains(" check ");
    }

    /** It would need files for TLS. */
    boolean addable() {
        return !options.contains(" ssl ");
    }

    /** Whether only what can be set while HAProxy runs differs. */
    boolean settableTo(ServerLine other) {
        return address.equals(other.address) && options.equals(other.options);
    }
}
