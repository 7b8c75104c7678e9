package io.lbaas.driver.noop;

import io.lbaas.model.DesiredLoadBalancer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What the device keeps of one load balancer.
 *
 * @param digest of the lines when they were written; empty for a tombstone
 * @param lines one for each object; none for a tombstone
 */
record Remembered(long generation, String digest, List<String> lines) {
    /** What is known of a load balancer that was never here. */
    static final Remembered NOTHING = tombstone(0);

    private static final String LISTENER = "listener ";

    static Remembered tombstone(long generation) {
        return new Remembered(generation, "", List.of());
    }

    static Remembered of(DesiredLoadBalancer desired, long generation) {
        List<String> lines = new ArrayList<>();
        lines.add("load-balancer " + desired.id() + " " + desired.vipAddresses() + " " + desired.spec());
        desired.listeners().forEach(listener -> {
            lines.add(LISTENER + listener.id() + " " + listener.spec());
            listener.l7Policies().forEach(policy -> {
                lines.add("l7-policy " + policy.id() + " " + policy.spec());
                policy.rules().forEach(rule -> lines.add("l7-rule " + rule.id() + " " + rule.spec()));
            });
        });
        desired.pools().forEach(pool -> {
            lines.add("pool " + pool.id() + " " + pool.spec());
            pool.members().forEach(member -> lines.add("member " + member.id() + " " + member.spec()));
            if (pool.healthMonitor() != null) {
                lines.add("health-monitor " + pool.healthMonitor().id() + " "
                        + pool.healthMonitor().spec());
            }
        });
        return new Remembered(generation, digestOf(lines), List.copyOf(lines));
    }

    boolean present() {
        return !lines.isEmpty();
    }

    /** Whether nobody changed the lines behind the driver's back. */
    boolean intact() {
        return !present() || digest.equals(digestOf(lines));
    }

    List<UUID> listeners() {
        return lines.stream()
                .filter(line -> line.startsWith(LISTENER))
                .map(line -> UUID.fromString(line.split(" ", 3)[1]))
                .toList();
    }

    private static String digestOf(List<String> lines) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
