package io.lbaas.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The whole of one load balancer as a device should have it.
 *
 * @param vipAddresses the addresses that its listeners are bound to, the first is the VIP
 */
public record DesiredLoadBalancer(
        UUID id, List<String> vipAddresses, LoadBalancerSpec spec, List<Listener> listeners, List<Pool> pools) {

    /** A listener in the desired tree. */
    public record Listener(UUID id, ListenerSpec spec) {}

    /**
     * A pool in the desired tree.
     *
     * @param healthMonitor null where members are not checked
     */
    public record Pool(UUID id, PoolSpec spec, List<Member> members, HealthMonitor healthMonitor) {}

    /** A member in the desired tree. */
    public record Member(UUID id, MemberSpec spec) {}

    /** A health monitor in the desired tree. */
    public record HealthMonitor(UUID id, HealthMonitorSpec spec) {}

    public DesiredLoadBalancer {
        vipAddresses = List.copyOf(vipAddresses);
        listeners = List.copyOf(listeners);
        pools = List.copyOf(pools);
    }

    /** The pool of that id, or nothing where the tree does not hold it. */
    public Optional<Pool> pool(UUID poolId) {
        return pools.stream().filter(pool -> pool.id().equals(poolId)).findFirst();
    }
}
