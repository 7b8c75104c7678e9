package io.lbaas.message;

import java.util.List;
import java.util.UUID;

/**
 * The part of a device that an audit looks at, and what should be there. Load balancers are in it by their ids, in the order
 * of their text.
 *
 * @param from the first id; empty where there is none before it
 * @param to the first id that is not in it any more; empty where there is none
 */
public record AuditScope(String from, String to, List<Expectation> expected) {

    public AuditScope {
        expected = List.copyOf(expected);
    }

    /**
     * What a device should have of one load balancer.
     *
     * @param digest as the device told it when it took the generation; empty where it should have nothing, null where it is
     *     not known
     */
    public record Expectation(UUID loadBalancerId, long generation, String digest) {

        /** Whether the device should have it. */
        public boolean present() {
            return digest == null || !digest.isEmpty();
        }
    }

    public boolean covers(UUID loadBalancerId) {
        String id = loadBalancerId.toString();
        return id.compareTo(from) >= 0 && (to.isEmpty() || id.compareTo(to) < 0);
    }
}
