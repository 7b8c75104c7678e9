package io.lbaas.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole of one load balancer as a device should have it.
 *
 * @param vipAddresses the addresses that its listeners are bound to, the first is the VIP
 * @param profile what its flavor and availability zone say to the driver, by the driver's own keys
 */
public record DesiredLoadBalancer(
        UUID id,
        List<String> vipAddresses,
        LoadBalancerSpec spec,
        List<Listener> listeners,
        List<Pool> pools,
        Map<String, String> profile) {

    /**
     * A listener in the desired tree.
     *
     * @param l7Policies in the order in which they are tried
     */
    public record Listener(UUID id, ListenerSpec spec, List<L7Policy> l7Policies) {

        /** A message of a former version may have none. */
        public Listener {
            l7Policies = l7Policies == null ? List.of() : List.copyOf(l7Policies);
        }

        /** The pools that this listener hands its traffic to: the default pool and those of its policies. */
        public Set<UUID> poolIds() {
            return Stream.concat(
                            Stream.ofNullable(spec.defaultPoolId()),
                            l7Policies.stream()
                                    .flatMap(policy ->
                                            Stream.ofNullable(policy.spec().redirectPoolId())))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** An L7 policy in the desired tree; a request that all its rules match is the policy's. */
    public record L7Policy(UUID id, L7PolicySpec spec, List<L7Rule> rules) {
        public L7Policy {
            rules = List.copyOf(rules);
        }
    }

    /** An L7 rule in the desired tree. */
    public record L7Rule(UUID id, L7RuleSpec spec) {}

    /**
     * A pool in the desired tree.
     *
     * @param healthMonitor null where members are not checked
     */
    public record Pool(UUID id, PoolSpec spec, List<Member> members, HealthMonitor healthMonitor) {

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** A member in the desired tree. */
    public record Member(UUID id, MemberSpec spec) {}

    /** A health monitor in the desired tree. */
    public record HealthMonitor(UUID id, HealthMonitorSpec spec) {}

    /** A message of a former version has no profile. */
    public DesiredLoadBalancer {
        profile = profile == null ? Map.of() : Map.copyOf(profile);
        vipAddresses = List.copyOf(vipAddresses);
        listeners = List.copyOf(listeners);
        pools = List.copyOf(pools);
    }

    /** A load balancer about which the driver was told nothing apart. */
    public DesiredLoadBalancer(
            UUID id, List<String> vipAddresses, LoadBalancerSpec spec, List<Listener> listeners, List<Pool> pools) {
        this(id, vipAddresses, spec, listeners, pools, Map.of());
    }

    /** The same load balancer with another profile. */
    public DesiredLoadBalancer withProfile(Map<String, String> otherProfile) {
        return new DesiredLoadBalancer(id, vipAddresses, spec, listeners, pools, otherProfile);
    }

    /** All TLS material that listeners and encrypted pools refer to. */
    public Stream<TlsReference> tlsReferences() {
        return Stream.concat(
                listeners.stream().flatMap(listener -> listener.spec().tls().references()),
                pools.stream()
                        .filter(pool -> pool.spec().tls().tlsEnabled())
                        .flatMap(pool -> pool.spec().tls().references()));
    }

    /** The pool of that id, or nothing where the tree does not hold it. */
    public Optional<Pool> pool(UUID poolId) {
        return pools.stream().filter(pool -> pool.id().equals(poolId)).findFirst();
    }

    /** Whoever writes a tree as JSON asks for this at every level; of thousands of objects it would take as long as writing. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
