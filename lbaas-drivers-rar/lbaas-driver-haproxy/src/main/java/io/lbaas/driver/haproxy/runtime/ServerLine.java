package io.lbaas.driver.haproxy.runtime;

import java.util.List;
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

    /** What commands give a meaning to that it has not in the configuration. */
    private static final Pattern NOT_FOR_COMMANDS = Pattern.compile("[\"\\\\;<]");

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

    String host() {
        String host = address.substring(0, address.lastIndexOf(':'));
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    String port() {
        return address.substring(address.lastIndexOf(':') + 1);
    }

    boolean checked() {
        return options.contains(" check ");
    }

    List<FileUse> files() {
        return FileUse.of(options);
    }

    /** Whether a command can say all of it. */
    boolean addable() {
        return !NOT_FOR_COMMANDS.matcher(options).find();
    }

    /** Commands know no quotes; none of ours has a blank in it. */
    String spokenOptions() {
        return options.replace("'", "");
    }

    /** Whether only what can be set while HAProxy runs differs. */
    boolean settableTo(ServerLine other) {
        return FileUse.masked(options).equals(FileUse.masked(other.options));
    }
}
