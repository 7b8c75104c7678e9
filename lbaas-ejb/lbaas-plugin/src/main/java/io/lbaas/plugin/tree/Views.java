package io.lbaas.plugin.tree;

import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.entity.Provisioned;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Objects as their owners see them. */
public final class Views {

    private Views() {}

    /**
     * The status that is shown.
     *
     * @param busy whether something that the object depends on awaits an answer
     */
    public static ProvisioningStatus shownStatus(Provisioned<?> object, boolean busy) {
        return busy && !object.pending() ? ProvisioningStatus.PENDING_UPDATE : object.provisioningStatus();
    }

    public static ProvisioningStatus shownStatus(LoadBalancerTree tree, Provisioned<?> object) {
        return shownStatus(object, busy(tree, object));
    }

    public static View.Tree of(LoadBalancerTree tree) {
        return new View.Tree(
                of(tree, tree.root()),
                tree.listeners().map(listener -> of(tree, listener)).toList(),
                tree.pools().map(pool -> of(tree, pool)).toList(),
                tree.members().map(Views::of).toList(),
                tree.monitors().map(Views::of).toList(),
                tree.listeners()
                        .flatMap(listener -> tree.policiesOf(listener.id()).stream())
                        .map(policy -> of(tree, policy))
                        .toList(),
                tree.l7Rules().map(Views::of).toList());
    }

    public static View.OfLoadBalancer of(LoadBalancerTree tree, LoadBalancer root) {
        return of(root, ids(tree.listeners()), ids(tree.pools()));
    }

    public static View.OfListener of(LoadBalancerTree tree, Listener listener) {
        return of(listener, busy(tree, listener), ids(tree.policiesOf(listener.id()).stream()));
    }

    public static View.OfL7Policy of(LoadBalancerTree tree, L7Policy policy) {
        return of(policy, busy(tree, policy), ids(tree.rulesOf(policy.id())));
    }

    public static View.OfPool of(LoadBalancerTree tree, Pool pool) {
        UUID id = pool.id();
        return of(
                pool,
                busy(tree, pool),
                ids(tree.usersOf(id)),
                ids(tree.membersOf(id)),
                tree.monitorOf(id).map(Provisioned::id).orElse(null));
    }

    public static View.OfLoadBalancer of(LoadBalancer root, List<UUID> listeners, List<UUID> pools) {
        boolean busy = root.generation() > root.settledGeneration();
        return new View.OfLoadBalancer(
                state(root, busy),
                root.labels(),
                root.spec(),
                root.vip(),
                root.additionalVips(),
                root.provider(),
                root.flavorId(),
                root.availabilityZone(),
                listeners,
                pools);
    }

    public static View.OfListener of(Listener listener, boolean busy, List<UUID> l7Policies) {
        return new View.OfListener(
                state(listener, busy), listener.labels(), listener.spec(), listener.loadBalancerId(), l7Policies);
    }

    public static View.OfL7Policy of(L7Policy policy, boolean busy, List<UUID> rules) {
        return new View.OfL7Policy(state(policy, busy), policy.labels(), policy.spec(), policy.listenerId(), rules);
    }

    public static View.OfPool of(
            Pool pool, boolean busy, List<UUID> listeners, List<UUID> members, UUID healthMonitorId) {
        return new View.OfPool(
                state(pool, busy),
                pool.labels(),
                pool.spec(),
                pool.loadBalancerId(),
                listeners,
                members,
                healthMonitorId);
    }

    public static View.OfMember of(Member member) {
        return new View.OfMember(state(member, false), member.labels(), member.spec(), member.poolId());
    }

    public static View.OfHealthMonitor of(HealthMonitor monitor) {
        return new View.OfHealthMonitor(state(monitor, false), monitor.labels(), monitor.spec(), monitor.poolId());
    }

    public static View.OfL7Rule of(L7Rule rule) {
        return new View.OfL7Rule(state(rule, false), rule.labels(), rule.spec(), rule.policyId());
    }

    private static boolean busy(LoadBalancerTree tree, Provisioned<?> object) {
        boolean busyPool = object instanceof Listener listener
                && tree.poolsOf(listener)
                        .anyMatch(pool -> shownStatus(tree, pool).pending());
        return busyPool || tree.beneath(object).anyMatch(Provisioned::pending);
    }

    private static View.State state(Provisioned<?> object, boolean busy) {
        return new View.State(
                object.id(),
                object.projectId(),
                shownStatus(object, busy),
                object.operatingStatus(),
                object.statusReason(),
                object.createdAt(),
                object.updatedAt(),
                object.version());
    }

    private static List<UUID> ids(Stream<? extends Provisioned<?>> objects) {
        return objects.<UUID>map(Provisioned::id).toList();
    }
}
