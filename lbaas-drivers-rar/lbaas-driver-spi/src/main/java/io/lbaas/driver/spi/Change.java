package io.lbaas.driver.spi;

import io.lbaas.model.DesiredLoadBalancer;
import java.time.Instant;
import java.util.UUID;

/** One load balancer's part of a configuration change. */
public sealed interface Change {

    UUID loadBalancerId();

    /** Grows with every accepted change of the load balancer; the device keeps the highest it was given. */
    long generation();

    /** When the driver must have answered. */
    Instant deadline();

    /**
     * Make the load balancer as the tree says, whatever is there. Where all is there already, it was also asked for so
     * that others come to know of it: a driver that tells a network where addresses are does so again.
     *
     * @param materials what the tree's TLS references stand for
     */
    record Apply(DesiredLoadBalancer desired, long generation, Instant deadline, TlsMaterials materials)
            implements Change {

        /** A change of a tree without TLS references. */
        public Apply(DesiredLoadBalancer desired, long generation, Instant deadline) {
            this(desired, generation, deadline, TlsMaterials.NONE);
        }

        @Override
        public UUID loadBalancerId() {
            return desired.id();
        }
    }

    /** Take the load balancer away and leave a tombstone; one that is absent is a success. */
    record Remove(UUID loadBalancerId, long generation, Instant deadline) implements Change {}
}
