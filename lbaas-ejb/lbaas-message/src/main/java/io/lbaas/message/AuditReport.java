package io.lbaas.message;

import java.util.List;
import java.util.UUID;

/**
 * What an audit found.
 *
 * @param from as in the {@link AuditScope}
 * @param to as in the {@link AuditScope}
 * @param differences from what should be there
 * @param unseen load balancers that there was no time to look at closely
 * @param tombstones load balancers of which the device has nothing but the generation of their removal
 */
public record AuditReport(
        String from, String to, List<Difference> differences, List<UUID> unseen, List<UUID> tombstones) {

    public AuditReport {
        differences = List.copyOf(differences);
        unseen = List.copyOf(unseen);
        tombstones = List.copyOf(tombstones);
    }

    /** How a device can differ from what it was told. */
    public enum Kind {
        /** It has nothing of a load balancer. */
        MISSING,
        /** It has another generation, or another configuration of that generation. */
        DIFFERENT,
        /** It has what it was told, and somebody changed it. */
        ALTERED,
        /** It has a load balancer that it should not have. */
        ORPHAN
    }

    /**
     * One load balancer that is not as it should be.
     *
     * @param expected the generation that the device should have, 0 where nothing was expected
     * @param found the generation that it has, 0 where it has nothing
     * @param message what is wrong, in words
     */
    public record Difference(UUID loadBalancerId, Kind kind, long expected, long found, String message) {}
}
