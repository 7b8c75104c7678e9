package io.lbaas.driver.spi;

import java.util.List;
import java.util.UUID;

/** What carries our mark on a device. */
public record Inventory(List<Entry> entries) {

    /**
     * One load balancer or what remains of it.
     *
     * @param digest of its configuration, empty for a tombstone
     * @param tombstone true where the load balancer was removed and only its generation is remembered
     */
    public record Entry(UUID loadBalancerId, long generation, String digest, boolean tombstone) {}
}
