package io.lbaas.plugin.list;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.api.View;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.tree.Views;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads objects as their owners see them. Every method may throw {@link Fault}. */
@ApplicationScoped
public class Lists {

    private Rows rows;

    protected Lists() {}

    @Inject
    public Lists(Rows rows) {
        this.rows = rows;
    }

    public View.OfLoadBalancer loadBalancer(UUID id) {
        return ofLoadBalancers(List.of(rows.get(ObjectType.LOAD_BALANCER, LoadBalancer.class, id)))
                .get(0);
    }

    public List<View.OfLoadBalancer> loadBalancers(Query query) {
        return ofLoadBalancers(rows.list(ObjectType.LOAD_BALANCER, LoadBalancer.class, query));
    }

    public View.OfListener listener(UUID id) {
        return ofListeners(List.of(rows.get(ObjectType.LISTENER, Listener.class, id)))
                .get(0);
    }

    public List<View.OfListener> listeners(Query query) {
        return ofListeners(rows.list(ObjectType.LISTENER, Listener.class, query));
    }

    public View.OfPool pool(UUID id) {
        return ofPools(List.of(rows.get(ObjectType.POOL, Pool.class, id))).get(0);
    }

    public List<View.OfPool> pools(Query query) {
        return ofPools(rows.list(ObjectType.POOL, Pool.class, query));
    }

    /** A member, which is not found in another pool than its own. */
    public View.OfMember member(UUID poolId, UUID id) {
        Member member = rows.get(ObjectType.MEMBER, Member.class, id);
        if (!member.poolId().equals(poolId)) {
            throw Fault.notFound(ObjectType.MEMBER, id);
        }
        return Views.of(member);
    }

    public List<View.OfMember> members(UUID poolId, Query query) {
        rows.get(ObjectType.POOL, Pool.class, poolId);
        return rows.list(ObjectType.MEMBER, Member.class, query, "pool_id", poolId).stream()
                .map(Views::of)
                .toList();
    }

    public View.OfHealthMonitor healthMonitor(UUID id) {
        return Views.of(rows.get(ObjectType.HEALTH_MONITOR, HealthMonitor.class, id));
    }

    public List<View.OfHealthMonitor> healthMonitors(Query query) {
        return rows.list(ObjectType.HEALTH_MONITOR, HealthMonitor.class, query).stream()
                .map(Views::of)
                .toList();
    }

    public View.OfL7Policy l7Policy(UUID id) {
        return ofL7Policies(List.of(rows.get(ObjectType.L7_POLICY, L7Policy.class, id)))
                .get(0);
    }

    public List<View.OfL7Policy> l7Policies(Query query) {
        return ofL7Policies(rows.list(ObjectType.L7_POLICY, L7Policy.class, query));
    }

    /** A rule, which is not found in another policy than its own. */
    public View.OfL7Rule l7Rule(UUID policyId, UUID id) {
        L7Rule rule = rows.get(ObjectType.L7_RULE, L7Rule.class, id);
        if (!rule.policyId().equals(policyId)) {
            throw Fault.notFound(ObjectType.L7_RULE, id);
        }
        return Views.of(rule);
    }

    public List<View.OfL7Rule> l7Rules(UUID policyId, Query query) {
        rows.get(ObjectType.L7_POLICY, L7Policy.class, policyId);
        return rows.list(ObjectType.L7_RULE, L7Rule.class, query, "l7_policy_id", policyId).stream()
                .map(Views::of)
                .toList();
    }

    private List<View.OfLoadBalancer> ofLoadBalancers(List<LoadBalancer> page) {
        Links links = rows.links(LinkStatements.OF_LOAD_BALANCERS, page);
        return page.stream()
                .map(root -> Views.of(
                        root, links.of(root.id(), LinkStatements.LISTENER), links.of(root.id(), LinkStatements.POOL)))
                .toList();
    }

    private List<View.OfListener> ofListeners(List<Listener> page) {
        Links links = rows.links(LinkStatements.OF_LISTENERS, page);
        return page.stream()
                .map(listener -> Views.of(
                        listener, links.busy(listener.id()), links.of(listener.id(), LinkStatements.L7_POLICY)))
                .toList();
    }

    private List<View.OfPool> ofPools(List<Pool> page) {
        Links links = rows.links(LinkStatements.OF_POOLS, page);
        return page.stream().map(pool -> pool(pool, links)).toList();
    }

    private List<View.OfL7Policy> ofL7Policies(List<L7Policy> page) {
        Links links = rows.links(LinkStatements.OF_L7_POLICIES, page);
        return page.stream()
                .map(policy -> Views.of(policy, links.busy(policy.id()), links.of(policy.id(), LinkStatements.L7_RULE)))
                .toList();
    }

    private static View.OfPool pool(Pool pool, Links links) {
        UUID id = pool.id();
        return Views.of(
                pool,
                links.busy(id),
                links.of(id, LinkStatements.LISTENER),
                links.of(id, LinkStatements.MEMBER),
                links.of(id, LinkStatements.MONITOR).stream().findFirst().orElse(null));
    }
}
