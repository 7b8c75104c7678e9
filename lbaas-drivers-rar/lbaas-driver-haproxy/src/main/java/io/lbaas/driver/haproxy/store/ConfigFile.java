package io.lbaas.driver.haproxy.store;

import io.lbaas.driver.haproxy.Digest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One load balancer's file: a first line that says whose it is, and the configuration.
 *
 * @param digest of the configuration as it was applied
 * @param body the configuration as it is
 */
public record ConfigFile(UUID loadBalancerId, long generation, String digest, String body) {
    private static final Pattern HEADER =
            Pattern.compile("# lbaas lb=([0-9a-f-]{36}) gen=(\\d{1,18}) sha256=([0-9a-f]{64})");
    /** The configuration begins below the first line. */
    public static final int HEADER_LINES = 1;

    public static ConfigFile of(UUID loadBalancerId, long generation, String body) {
        return new ConfigFile(loadBalancerId, generation, Digest.of(body), body);
    }

    /** Reads a file's text, empty where it does not bear our mark. */
    static Optional<ConfigFile> parse(String text) {
        int end = text.indexOf('\n');
        Matcher header = HEADER.matcher(end < 0 ? "" : text.substring(0, end));
        if (!header.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ConfigFile(
                UUID.fromString(header.group(1)),
                Long.parseLong(header.group(2)),
                header.group(3),
                text.substring(end + 1)));
    }

    String text() {
        return "# lbaas lb=%s gen=%d sha256=%s\n%s".formatted(loadBalancerId, generation, digest, body);
    }

    /** Whether nobody changed the configuration since it was applied. */
    public boolean intact() {
        return digest.equals(Digest.of(body));
    }

    /** Whether it names certificates. */
    public boolean namesFiles() {
        return TlsDirectory.NAME.matcher(body).find();
    }

    public List<String> lines() {
        return body.lines().toList();
    }
}
