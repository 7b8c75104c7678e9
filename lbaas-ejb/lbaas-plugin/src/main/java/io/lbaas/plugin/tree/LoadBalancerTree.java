package io.lbaas.plugin.tree;

import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.L7Policy;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Pool;
import io.lbaas.plugin.entity.Provisioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The objects of one load balancer as they change: what is added and taken away, and in which generation it is asked for. */
public final class LoadBalancerTree extends TreeObjects {

    private final List<Provisioned<?>> added = new ArrayList<>();
    private final List<Provisioned<?>> removed = new ArrayList<>();
    private final long generationBefore;

    /** A tree of what is stored; the children in the order of their creation. */
    public LoadBalancerTree(LoadBalancer root, Collection<? extends Child<?>> children) {
        super(root, children);
        this.generationBefore = root.generation();
    }

    /** The tree of a new load balancer, which is asked for. */
    public static LoadBalancerTree planted(LoadBalancer root, Instant now, Instant deadline) {
        var tree = new LoadBalancerTree(root, List.of());
        tree.added.add(root);
        tree.ask(root, Intent.CREATE, now, deadline);
        return tree;
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
        return object.doomed() || (object.intent().isPresent() && included(object));
    }

    private long currentGeneration() {
        if (root.generation() == generationBefore) {
            root.unsent();
            return root.nextGeneration();
        }
        return root.generation();
    }
}
