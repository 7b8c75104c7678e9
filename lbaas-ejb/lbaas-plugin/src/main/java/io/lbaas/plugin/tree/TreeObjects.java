package io.lbaas.plugin.tree;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.entity.Provisioned;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of one load balancer, and how they hang together. */
abstract sealed class TreeObjects permits LoadBalancerTree {

    final LoadBalancer root;

    /** In the order of their creation. */
    final Map<UUID, Child<?>> children = new LinkedHashMap<>();

    private final Dependencies dependencies;

    TreeObjects(LoadBalancer root, Collection<? extends Child<?>> children) {
        this.root = root;
        this.dependencies = new Dependencies(root, this.children);
        children.forEach(child -> this.children.put(child.id(), child));
    }

    public LoadBalancer root() {
        return root;
    }

    public Stream<Listener> listeners() {
        return all(Listener.class);
    }

    public Stream<Pool> pools() {
        return all(Pool.class);
    }

    public Stream<Member> members() {
        return all(Member.class);
    }

    public Stream<HealthMonitor> monitors() {
        return all(HealthMonitor.class);
    }

    public Stream<L7Policy> l7Policies() {
        return all(L7Policy.class);
    }

    public Stream<L7Rule> l7Rules() {
        return all(L7Rule.class);
    }

    /** Every object, the load balancer first. */
    public Stream<Provisioned<?>> objects() {
        return Stream.concat(Stream.of(root), children.values().stream());
    }

    public Optional<Provisioned<?>> object(UUID id) {
        return Optional.ofNullable(id.equals(root.id()) ? root : children.get(id));
    }

    /**
     * The child of that kind and id.
     *
     * @throws Fault NOT_FOUND where there is none
     */
    public <C extends Child<?>> C child(ObjectType type, Class<C> kind, UUID id) {
        Child<?> child = children.get(id);
        if (!kind.isInstance(child)) {
            throw Fault.notFound(type, id);
        }
        return kind.cast(child);
    }

    public Pool pool(UUID id) {
        return child(ObjectType.POOL, Pool.class, id);
    }

    public Stream<Member> membersOf(UUID poolId) {
        return members().filter(member -> member.poolId().equals(poolId));
    }

    public Optional<HealthMonitor> monitorOf(UUID poolId) {
        return monitors().filter(monitor -> monitor.poolId().equals(poolId)).findFirst();
    }

    /** The listeners that hand traffic to a pool: it is their default or that of one of their policies. */
    public Stream<Listener> usersOf(UUID poolId) {
        Set<UUID> redirecting = l7Policies()
                .filter(policy -> poolId.equals(policy.spec().redirectPoolId()))
                .map(L7Policy::listenerId)
                .collect(Collectors.toSet());
        return listeners()
                .filter(listener ->
                        poolId.equals(listener.spec().defaultPoolId()) || redirecting.contains(listener.id()));
    }

    /** The pools that a listener hands traffic to. */
    public Stream<Pool> poolsOf(Listener listener) {
        return Stream.concat(
                        Stream.ofNullable(listener.spec().defaultPoolId()),
                        policiesOf(listener.id()).stream()
                                .flatMap(policy ->
                                        Stream.ofNullable(policy.spec().redirectPoolId())))
                .distinct()
                .map(this::pool);
    }

    /** The policies of a listener in the order in which they are tried. */
    public List<L7Policy> policiesOf(UUID listenerId) {
        return l7Policies()
                .filter(policy -> policy.listenerId().equals(listenerId))
                .sorted(Comparator.comparing(policy -> policy.spec().position()))
                .toList();
    }

    public Stream<L7Rule> rulesOf(UUID policyId) {
        return l7Rules().filter(rule -> rule.policyId().equals(policyId));
    }

    /** The objects that this one belongs to, the nearest first. */
    Stream<Provisioned<?>> owners(Provisioned<?> object) {
        return dependencies.owners(object);
    }

    /** What belongs to an object and goes with it. */
    public Stream<Child<?>> beneath(Provisioned<?> object) {
        return dependencies.beneath(object);
    }

    /** The objects without which this one is not on the device: its owners, and what it or they redirect to. */
    public Stream<Provisioned<?>> above(Provisioned<?> object) {
        return dependencies.above(object);
    }

    /** The objects that are not on the device without this one. */
    public List<Child<?>> dependents(Provisioned<?> object) {
        return dependencies.dependents(object).toList();
    }

    /** Whether an object and all above it are wanted on the device. */
    public boolean included(Provisioned<?> object) {
        return Stream.concat(Stream.of(object), above(object))
                .allMatch(each -> each.desired().isPresent());
    }

    private <C> Stream<C> all(Class<C> kind) {
        return children.values().stream().filter(kind::isInstance).map(kind::cast);
    }
}
