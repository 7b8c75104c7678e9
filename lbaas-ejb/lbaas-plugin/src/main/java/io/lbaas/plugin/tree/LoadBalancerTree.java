package io.lbaas.plugin.tree;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.HealthMonitor;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.Listener;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Member;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.entity.PoolChild;
import io.lbaas.plugin.entity.Provisioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The objects of one load balancer, and what was added to them and taken away. */
public final class LoadBalancerTree {

    private final LoadBalancer root;
    private final Map<UUID, Child<?>> children = new LinkedHashMap<>();
    private final List<Provisioned<?>> added = new ArrayList<>();
    private final List<Provisioned<?>> removed = new ArrayList<>();
    private final long generationBefore;

    /** A tree of what is stored; the children in the order of their creation. */
    public LoadBalancerTree(LoadBalancer root, Collection<? extends Child<?>> children) {
        this.root = root;
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

    /** What belongs to a pool and goes with it. */
    public Stream<PoolChild<?>> ofPool(UUID poolId) {
        return Stream.<PoolChild<?>>concat(members(), monitors())
                .filter(child -> child.poolId().equals(poolId));
    }

    public Stream<Member> membersOf(UUID poolId) {
        return members().filter(member -> member.poolId().equals(poolId));
    }

    public Optional<HealthMonitor> monitorOf(UUID poolId) {
        return monitors().filter(monitor -> monitor.poolId().equals(poolId)).findFirst();
    }

    /** The listeners whose default pool it is. */
    public Stream<Listener> usersOf(UUID poolId) {
        return listeners().filter(listener -> poolId.equals(listener.spec().defaultPoolId()));
    }

    /** The objects without which this one is not on the device, the nearest first. */
    public Stream<Provisioned<?>> above(Provisioned<?> object) {
        if (object == root) {
            return Stream.empty();
        }
        return object instanceof PoolChild<?> child ? Stream.of(pool(child.poolId()), root) : Stream.of(root);
    }

    /** The objects that are not on the device without this one. */
    public Stream<Child<?>> beneath(Provisioned<?> object) {
        if (object == root) {
            return children.values().stream();
        }
        return object instanceof Pool ? ofPool(object.id()).map(child -> child) : Stream.empty();
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

    /** Takes an object out of the tree, with all that is beneath it. */
    void remove(Provisioned<?> object) {
        beneath(object).toList().forEach(child -> {
            children.remove(child.id());
            removed.remove(child);
        });
        children.remove(object.id());
        removed.add(object);
        if (object instanceof Pool pool) {
            usersOf(pool.id()).toList().forEach(listener -> listener.dropDefaultPool(pool.id()));
            listeners()
                    .filter(listener -> listener.lastGood() != null)
                    .forEach(listener -> listener.dropDefaultPool(pool.id()));
        }
    }

    /**
     * Asks the device for something in the generation of this change. What it had refused above is asked for again
     * with it: the object could not be there otherwise.
     */
    void ask(Provisioned<?> object, Intent intent, Instant now, Instant deadline) {
        boolean wasLeftOut = object.desired().isEmpty();
        long generation = currentGeneration();
        object.ask(intent, generation, deadline, now);
        if (wasLeftOut && !object.doomed()) {
            beneath(object)
                    .filter(child -> child.intent().isPresent())
                    .forEach(child -> child.ask(child.intent().get(), generation, deadline, now));
        }
        above(object)
                .filter(parent -> parent.desired().isEmpty() && !parent.doomed())
                .findFirst()
                .ifPresent(parent -> ask(parent, Intent.UPDATE, now, deadline));
        settled(0);
    }

    /** Begins a generation in which everything that is sought, and could be had, is asked for again. */
    void drive() {
        root.nextGeneration();
        restamp();
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
        objects()
                .filter(object -> object.intent().isPresent())
                .filter(object -> object.doomed() || included(object))
                .forEach(object -> object.askAgain(root.generation()));
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
