package io.lbaas.plugin.tree;

import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.message.Result.Blame;
import io.lbaas.message.Result.Failure;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.plugin.entity.Intent;
import io.lbaas.plugin.entity.L7Rule;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Provisioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of a tree when its device has answered, or has not. Results may come twice, late and in any order:
 * whether one matters is decided by generations alone.
 */
public final class Settlement {
    private static final String COMPANION = "A rule of the L7 policy was refused";

    private final LoadBalancerTree tree;
    private final LoadBalancer root;
    private final Instant now;

    public Settlement(LoadBalancerTree tree, Instant now) {
        this.tree = tree;
        this.root = tree.root();
        this.now = now;
    }

    /** Settles what a result answers. Where the tree has {@link LoadBalancerTree#changed changed}, it must be sent. */
    public void settle(Result result) {
        if (result.succeeded()) {
            confirm(result);
            return;
        }
        switch (result.failure().kind().reaction()) {
            case RETRY, OBSERVE, ORDER_AGAIN ->
                expire(result.generation(), result.failure().message());
            case GIVE_UP -> refuse(result.generation(), result.failure());
            case DROP -> outrun(result.generation());
        }
    }

    /** Ends the waiting of what is overdue. It is still sought, so that the device comes to be as asked. */
    public void expire(String reason) {
        expire(reason, object -> object.deadline() != null && !object.deadline().isAfter(now));
        tree.settled(0);
    }

    /**
     * The device was found otherwise than it was told: it is told again. Nothing is asked for anew, so that what the device
     * refuses now is still sought.
     *
     * @param found the generation that the device has, 0 for none
     */
    public void repair(long found) {
        if (found > root.generation()) {
            tree.outrun(found);
        } else {
            tree.drive();
        }
    }

    private void confirm(Result result) {
        long generation = result.generation();
        outrunUnknown(generation);
        root.applied(generation, result.digest());
        boolean goes = result.operation() == Operation.REMOVE && root.doomed() && root.changedIn() <= generation;
        if (goes) {
            tree.remove(root);
            return;
        }
        sought(generation)
                .filter(Provisioned::doomed)
                .filter(object -> object != root)
                .forEach(tree::remove);
        sought(generation).filter(tree::included).forEach(object -> object.confirm(now));
        OperatingStatuses.apply(tree, result.operatingStatus());
        tree.settled(generation);
    }

    /**
     * The device said no. Only what it blames is at fault, or all that was asked for where it blames nothing of that;
     * the rest is asked for again without it, and also where nothing is left the device is brought back to what is
     * wanted now.
     */
    private void refuse(long generation, Failure failure) {
        Map<UUID, String> blamed = failure.blamed().stream()
                .collect(Collectors.toMap(blame -> blame.object().id(), Blame::message, (first, second) -> first));
        List<Provisioned<?>> refused = refused(generation, blamed.keySet());
        List<Provisioned<?>> companions = companions(refused, generation);
        refused.forEach(object -> object.refuse(blamed.getOrDefault(object.id(), failure.message()), now));
        companions.forEach(object -> object.refuse(COMPANION, now));
        Stream.concat(refused.stream(), companions.stream()).forEach(this::strand);
        if (!refused.isEmpty()) {
            tree.drive();
        } else if (generation == root.generation() && root.provisioningStatus() == ProvisioningStatus.ACTIVE) {
            root.seek(failure.message(), now);
        }
        tree.settled(generation);
    }

    private List<Provisioned<?>> refused(long generation, Set<UUID> blamed) {
        List<Provisioned<?>> named = sought(generation)
                .filter(object -> blamed.contains(object.id()))
                .toList();
        if (!named.isEmpty() || blamed.stream().anyMatch(id -> askedSince(id, generation))) {
            return named;
        }
        return sought(generation)
                .filter(object -> object.doomed() || tree.included(object))
                .toList();
    }

    /**
     * The new rules of an L7 policy are one condition, which without one of them would match what nobody asked for: they
     * are refused together, and with them a policy that is new as well.
     */
    private List<Provisioned<?>> companions(List<Provisioned<?>> refused, long generation) {
        Set<UUID> policies = refused.stream()
                .filter(L7Rule.class::isInstance)
                .filter(Settlement::isNew)
                .map(rule -> ((L7Rule) rule).policyId())
                .collect(Collectors.toSet());
        return sought(generation)
                .filter(Settlement::isNew)
                .filter(object -> policies.contains(object instanceof L7Rule rule ? rule.policyId() : object.id()))
                .filter(object -> !refused.contains(object))
                .toList();
    }

    private static boolean isNew(Provisioned<?> object) {
        return object.intent().filter(Intent.CREATE::equals).isPresent();
    }

    /** Whether an object is not any more what a result of that generation speaks of. */
    private boolean askedSince(UUID id, long generation) {
        return tree.object(id).map(object -> object.changedIn() > generation).orElse(true);
    }

    /** What is beneath an object that the device never had is not there either, and waits until that is asked again. */
    private void strand(Provisioned<?> refused) {
        if (refused.desired().isPresent()) {
            return;
        }
        String reason = refused.type().title() + " " + refused.id() + " was refused: " + refused.statusReason();
        tree.dependents(refused).stream()
                .filter(child -> child.desired().isPresent() || child.pending())
                .forEach(child -> child.seek(reason, now));
    }

    private void expire(long generation, String reason) {
        expire(reason, object -> object.changedIn() <= generation);
        tree.settled(generation);
    }

    private void expire(String reason, Predicate<Provisioned<?>> overdue) {
        tree.objects().filter(Provisioned::pending).filter(overdue).forEach(object -> object.expire(reason, now));
    }

    /** The device is ahead of what we sent, which only a database brought back from a backup can explain. */
    private void outrun(long generation) {
        if (generation >= root.generation()) {
            tree.outrun(generation);
            tree.settled(0);
        }
    }

    private void outrunUnknown(long generation) {
        if (generation > root.generation()) {
            tree.outrun(generation);
        }
    }

    private Stream<Provisioned<?>> sought(long generation) {
        return tree
                .objects()
                .filter(object -> object.intent().isPresent() && object.changedIn() <= generation)
                .toList()
                .stream();
    }
}
