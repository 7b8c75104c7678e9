package io.lbaas.plugin.tree;

import io.lbaas.model.TlsReference;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.entity.Child;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.Provisioned;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one change in a tree, by the rules. Every method throws a fault where they forbid it. */
public final class TreeEditor {

    /** A command carries them all, and a message queue has its limits. */
    private static final int MOST_OBJECTS = 5_000;

    private final LoadBalancerTree tree;
    private final Terms terms;
    private final Locks locks;

    public TreeEditor(LoadBalancerTree tree, Terms terms) {
        this.tree = tree;
        this.terms = terms;
        this.locks = new Locks(tree, terms.locking());
    }

    public LoadBalancerTree tree() {
        return tree;
    }

    public LoadBalancerChanges loadBalancer() {
        return new LoadBalancerChanges(this);
    }

    public ListenerChanges listeners() {
        return new ListenerChanges(this);
    }

    public PoolChanges pools() {
        return new PoolChanges(this);
    }

    public MemberChanges members() {
        return new MemberChanges(this);
    }

    public HealthMonitorChanges healthMonitors() {
        return new HealthMonitorChanges(this);
    }

    public L7PolicyChanges l7Policies() {
        return new L7PolicyChanges(this);
    }

    public L7RuleChanges l7Rules() {
        return new L7RuleChanges(this);
    }

    public Graph graph() {
        return new Graph(this);
    }

    public Moves moves() {
        return new Moves(this);
    }

    Terms terms() {
        return terms;
    }

    Locks locks() {
        return locks;
    }

    /** An id for something new. */
    UUID newId() {
        return UUID.randomUUID();
    }

    <C extends Child<?>> C add(C child) {
        if (tree.objects().count() >= MOST_OBJECTS) {
            throw Fault.conflict("Load Balancer " + tree.root().id() + " has " + MOST_OBJECTS
                    + " objects already, which is the most that it can have");
        }
        tree.add(child);
        ask(child, Intent.CREATE);
        return child;
    }

    /** Takes in what another tree let go. It is new to the device, if not to the database. */
    void adopt(Child<?> child) {
        child.moveTo(tree.root());
        add(child);
    }

    /** Asks again for what refers to a TLS container, whose material has changed. */
    public List<Provisioned<?>> renew(UUID containerId) {
        List<Provisioned<?>> users = Stream.<Provisioned<?>>concat(
                        tree.listeners()
                                .filter(listener -> refers(listener.spec().tls().references(), containerId)),
                        tree.pools().filter(pool -> refers(pool.spec().tls().references(), containerId)))
                .filter(user -> !user.doomed() && !tree.root().doomed())
                .toList();
        users.forEach(user -> ask(user, user.pending() ? user.intent().orElseThrow() : Intent.UPDATE));
        return users;
    }

    private static boolean refers(Stream<TlsReference> references, UUID containerId) {
        return references.anyMatch(reference -> reference.location().contains(containerId.toString()));
    }

    /** Checks the references that were not there before. */
    void checkNew(Stream<TlsReference> references, Stream<TlsReference> former) {
        Set<TlsReference> known = former.collect(Collectors.toSet());
        terms.tls().check(references.filter(reference -> !known.contains(reference)));
    }

    void ask(Provisioned<?> object, Intent intent) {
        tree.ask(object, intent, terms.now(), terms.deadline());
    }

    /** Changes labels and spec, the latter by rules of its own kind. */
    <S, P extends Provisioned<S>> P apply(P object, Patch<S> patch, UnaryOperator<S> rules) {
        S spec = rules.apply(terms.fields().check(patch.spec().apply(object.spec())));
        return change(object, patch.labels().apply(object.labels()), spec);
    }

    /** Replaces labels and a spec that is known to be good. */
    <S, P extends Provisioned<S>> P change(P object, Labels labels, S spec) {
        object.label(terms.fields().check(labels));
        object.change(spec);
        ask(object, Intent.UPDATE);
        return object;
    }
}
