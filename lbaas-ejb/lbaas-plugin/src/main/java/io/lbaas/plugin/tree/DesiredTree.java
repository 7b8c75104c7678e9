package io.lbaas.plugin.tree;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerSpec;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.entity.PoolChild;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a device should have of a load balancer: a function of its tree, the same for the same generation. */
public final class DesiredTree {

    private final Map<UUID, List<Member>> members;
    private final Map<UUID, HealthMonitor> monitors;
    private final Map<UUID, List<L7Policy>> policies;
    private final Map<UUID, List<L7Rule>> rules;

    private DesiredTree(LoadBalancerTree tree) {
        this.members = tree.members().collect(Collectors.groupingBy(PoolChild::poolId));
        this.monitors = tree.monitors().collect(Collectors.toMap(PoolChild::poolId, monitor -> monitor));
        this.policies = tree.l7Policies()
                .sorted(Comparator.comparing(policy -> policy.spec().position()))
                .collect(Collectors.groupingBy(L7Policy::listenerId));
        this.rules = tree.l7Rules().collect(Collectors.groupingBy(L7Rule::policyId));
    }

    /** The tree for the device; nothing where it should not have the load balancer at all. */
    public static Optional<DesiredLoadBalancer> of(LoadBalancerTree tree) {
        var desired = new DesiredTree(tree);
        var root = tree.root();
        return root.desired().map(spec -> {
            var pools =
                    tree.pools().flatMap(pool -> desired.pool(pool).stream()).toList();
            var present = pools.stream().map(DesiredLoadBalancer.Pool::id).collect(Collectors.toSet());
            var listeners = tree.listeners()
                    .flatMap(listener -> desired.listener(listener, present).stream())
                    .toList();
            return new DesiredLoadBalancer(root.id(), root.vipAddresses(), spec, listeners, pools);
        });
    }

    private Optional<DesiredLoadBalancer.Listener> listener(Listener listener, Set<UUID> pools) {
        return listener.desired()
                .map(spec -> new DesiredLoadBalancer.Listener(
                        listener.id(), withPresentPool(spec, pools), policiesOf(listener, pools)));
    }

    /** Numbered anew, so that a policy that is out, or that is gone, leaves no gap. */
    private List<DesiredLoadBalancer.L7Policy> policiesOf(Listener listener, Set<UUID> pools) {
        List<DesiredLoadBalancer.L7Policy> present = new ArrayList<>();
        for (L7Policy policy : policies.getOrDefault(listener.id(), List.of())) {
            policy.desired()
                    .filter(spec -> spec.redirectPoolId() == null || pools.contains(spec.redirectPoolId()))
                    .map(spec -> spec.withPosition(present.size() + 1))
                    .map(spec -> new DesiredLoadBalancer.L7Policy(policy.id(), spec, rulesOf(policy)))
                    .ifPresent(present::add);
        }
        return present;
    }

    private List<DesiredLoadBalancer.L7Rule> rulesOf(L7Policy policy) {
        return rules.getOrDefault(policy.id(), List.of()).stream()
                .flatMap(rule -> rule.desired().stream().map(spec -> new DesiredLoadBalancer.L7Rule(rule.id(), spec)))
                .toList();
    }

    private static ListenerSpec withPresentPool(ListenerSpec spec, Set<UUID> pools) {
        return pools.contains(spec.defaultPoolId()) ? spec : spec.withDefaultPool(null);
    }

    private Optional<DesiredLoadBalancer.Pool> pool(Pool pool) {
        return pool.desired()
                .map(spec -> new DesiredLoadBalancer.Pool(
                        pool.id(), spec, membersOf(pool), monitorOf(pool).orElse(null)));
    }

    private List<DesiredLoadBalancer.Member> membersOf(Pool pool) {
        return members.getOrDefault(pool.id(), List.of()).stream()
                .flatMap(member ->
                        member.desired().stream().map(spec -> new DesiredLoadBalancer.Member(member.id(), spec)))
                .toList();
    }

    private Optional<DesiredLoadBalancer.HealthMonitor> monitorOf(Pool pool) {
        return Optional.ofNullable(monitors.get(pool.id())).flatMap(monitor -> monitor.desired()
                .map(spec -> new DesiredLoadBalancer.HealthMonitor(monitor.id(), spec)));
    }
}
