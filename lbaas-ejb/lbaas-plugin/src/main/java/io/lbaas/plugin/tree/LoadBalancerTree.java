package io.lbaas.plugin.tree;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.entity.Provisioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of one load balancer, and what was added to them and taken away. */
public final class LoadBalancerTree {

    private final LoadBalancer root;
    private final Map<UUID, Child<?>> children = new LinkedHashMap<>();
    private final Dependencies dependencies;
    private final List<Provisioned<?>> added = new ArrayList<>();
    private final List<Provisioned<?>> removed = new ArrayList<>();
    private final long generationBefore;

    /** A tree of what is stored; the children in the order of their creation. */
    public LoadBalancerTree(LoadBalancer root, Collection<? extends Child<?>> children) {
        this.root = root;
        this.dependencies = new Dependencies(root, this.children);
        children.forEach(child -> this.children.put(child.id(), child));
        this.generationBefore = root.generation();
    }

    /** The tree of a new load balancer, which is asked for. */
    public static LoadBalancerTree planted(LoadBalancer root, Instant now, Instant deadline) {
        var tree = new LoadBalancerTree(root, List.of());
        tree.added.add(root);
        tree.ask(root, Intent.CREATE, now, deadline);
        return tree;
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

    /** What the database does not have yet. */
    public List<Provisioned<?>> added() {
        return Collections.unmodifiableList(added);
    }

    /** What the database has still; what is beneath it goes with it. */
    public List<Provisioned<?>> removed() {
        return Collections.unmodifiableList(removed);
    }

    public boolean gone() {
        return removed.contains(root);
    }

    /** What the latest generation was begun for. */
    public List<UUID> touched() {
        return objects()
                .filter(object -> object.changedIn() == root.generation())
                .<UUID>map(Provisioned::id)
                .toList();
    }

    /** Whether the tree of the device is another than when this tree was loaded. */
    public boolean changed() {
        return root.generation() != generationBefore || added.contains(root);
    }

    void add(Child<?> child) {
        children.put(child.id(), child);
        added.add(child);
    }

    /** Takes an object out of the tree, with all that is beneath it; it may have gone with its owner already. */
    void remove(Provisioned<?> object) {
        beneath(object).toList().forEach(child -> {
            children.remove(child.id());
            removed.remove(child);
        });
        if (children.remove(object.id()) == null && object != root) {
            return;
        }
        removed.add(object);
        if (object instanceof L7Policy policy) {
            Positions.number(policiesOf(policy.listenerId()));
        }
        if (object instanceof Pool pool) {
            listeners().forEach(listener -> listener.dropDefaultPool(pool.id()));
        }
    }

    /** Lets objects go, in a generation of which the device has none of them. */
    void release(List<Child<?>> going) {
        going.forEach(child -> children.remove(child.id()));
        currentGeneration();
        settled(0);
    }

    /**
     * Asks the device for something in the generation of this change. What it had refused above is asked for again
     * with it: the object could not be there otherwise.
     */
    void ask(Provisioned<?> object, Intent intent, Instant now, Instant deadline) {
        boolean wasLeftOut = object.desired().isEmpty();
        long generation = currentGeneration();
        object.ask(intent, generation, deadline, now);
        above(object).toList().stream()
                .filter(needed -> needed.desired().isEmpty() && !needed.doomed())
                .forEach(needed -> ask(needed, Intent.UPDATE, now, deadline));
        if (wasLeftOut && !object.doomed()) {
            dependents(object).stream()
                    .filter(this::drivable)
                    .forEach(child -> child.ask(child.intent().orElseThrow(), generation, deadline, now));
        }
        settled(0);
    }

    /** Begins a generation in which everything that is sought, and could be had, is asked for again. */
    void drive() {
        root.nextGeneration();
        restamp();
    }

    /** Begins a generation that another device is asked for. */
    public void driveTo(UUID deviceId) {
        root.moveTo(deviceId);
        drive();
    }

    /** Takes the load balancer out although its device has not confirmed that it is gone. */
    public void abandon() {
        remove(root);
    }

    /** Begins a generation beyond one that was found on the device. */
    void outrun(long found) {
        root.outrun(found);
        restamp();
    }

    /** Notes that all up to a generation was answered, and when what is left will be overdue. */
    void settled(long generation) {
        root.settled(
                generation,
                objects()
                        .map(Provisioned::deadline)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    private void restamp() {
        root.unsent();
        objects().filter(this::drivable).forEach(object -> object.askAgain(root.generation()));
    }

    /** Whether something is sought for an object that the device could give. */
    private boolean drivable(Provisioned<?> object) {
        return object.doomed() || object.intent().isPresent() && included(object);
    }

    private long currentGeneration() {
        if (root.generation() == generationBefore) {
            root.unsent();
            return root.nextGeneration();
        }
        return root.generation();
    }

    private <C> Stream<C> all(Class<C> kind) {
        return children.values().stream().filter(kind::isInstance).map(kind::cast);
    }
}
