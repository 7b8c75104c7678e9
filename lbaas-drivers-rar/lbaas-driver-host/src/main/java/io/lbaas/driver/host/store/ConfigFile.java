package io.lbaas.driver.host.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one load balancer has: a file, or one for each part of the program that reads them, each with a first line that
 * says whose it is, and configuration.
 *
 * @param digest of the configuration as it was applied
 * @param parts the configuration as it is, by what the name of its file ends with
 */
public record ConfigFile(UUID loadBalancerId, long generation, String digest, SortedMap<String, String> parts) {
    private static final Pattern HEADER =
            Pattern.compile("# lbaas lb=([0-9a-f-]{36}) gen=(\\d{1,18}) sha256=([0-9a-f]{64})");
    /** The configuration begins below the first line. */
    public static final int HEADER_LINES = 1;

    public ConfigFile {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    public static ConfigFile of(UUID loadBalancerId, long generation, Map<String, String> parts) {
        SortedMap<String, String> sorted = new TreeMap<>(parts);
        return new ConfigFile(loadBalancerId, generation, digestOf(sorted), sorted);
    }

    /**
     * Reads files' texts.
     *
     * @param main the part that all have
     * @return empty where that part does not bear our mark
     */
    static Optional<ConfigFile> parse(String main, Map<String, String> texts) {
        Matcher header = HEADER.matcher(firstLine(texts.getOrDefault(main, "")));
        if (!header.matches()) {
            return Optional.empty();
        }
        SortedMap<String, String> parts = new TreeMap<>();
        texts.forEach((part, text) -> parts.put(
                part, text.substring(Math.min(text.length(), firstLine(text).length() + 1))));
        return Optional.of(new ConfigFile(
                UUID.fromString(header.group(1)), Long.parseLong(header.group(2)), header.group(3), parts));
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(0, end);
    }

    String text(String part) {
        return "# lbaas lb=%s gen=%d sha256=%s\n%s".formatted(loadBalancerId, generation, digest, parts.get(part));
    }

    /** Whether nobody changed the configuration since it was applied. */
    public boolean intact() {
        return digest.equals(digestOf(parts));
    }

    private static String digestOf(SortedMap<String, String> parts) {
        return Digest.of(String.join("\0", parts.values()));
    }

    /** All of the configuration. */
    public String body() {
        return String.join("", parts.values());
    }

    /** Whether it names certificates. */
    public boolean namesFiles() {
        return TlsDirectory.NAME.matcher(body()).find();
    }

    public List<String> lines() {
        return body().lines().toList();
    }
}
