package io.lbaas.plugin.move;

import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.FailureKind.Reaction;
import io.lbaas.message.Operation;
import io.lbaas.message.Result;
import io.lbaas.plugin.entity.Departure;
import io.lbaas.plugin.entity.FormerPlace;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.Provisioned;
import io.lbaas.plugin.place.Scheduler;
import io.lbaas.plugin.store.FormerPlaces;
import io.lbaas.plugin.tree.LoadBalancerTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the answers of devices mean for load balancers on their way. What is to be done is noted, and is sent from the
 * notes again and again, so that no crash can lose it.
 */
@ApplicationScoped
public class Departures {

    private static final Logger LOG = Logger.getLogger(Departures.class.getName());

    private FormerPlaces formers;
    private Mover mover;
    private Scheduler scheduler;

    protected Departures() {}

    @Inject
    public Departures(FormerPlaces formers, Mover mover, Scheduler scheduler) {
        this.formers = formers;
        this.mover = mover;
        this.scheduler = scheduler;
    }

    /** Notes that a load balancer is up at its place, where a result says so. */
    public void arrived(LoadBalancer root, Result result, Instant now) {
        if (result.succeeded() && result.operation() == Operation.APPLY) {
            formers.of(root.id()).stream()
                    .filter(place -> result.generation() >= place.generation())
                    .forEach(place -> place.on(Departure.Event.ARRIVED, now));
        }
    }

    /** Whether a load balancer is to be removed from a device now. */
    public boolean pending(UUID loadBalancerId, Instant now) {
        return formers.of(loadBalancerId).stream().anyMatch(place -> place.due(now));
    }

    /**
     * Takes the answer of a device that a load balancer has left.
     *
     * @param root null where the load balancer is gone
     * @return false where it has not left such a device
     */
    public boolean settle(LoadBalancer root, Result result, Instant now) {
        Optional<FormerPlace> found = formers.find(result.loadBalancerId(), result.deviceId());
        found.filter(place -> result.operation() == Operation.REMOVE).ifPresent(place -> {
            if (!result.succeeded()) {
                LOG.log(Level.INFO, "Load balancer {0} is still on device {1}, which it has left: {2}", new Object[] {
                    place.loadBalancerId(), place.deviceId(), result.failure().message()
                });
            } else if (result.generation() >= place.generation()
                    && place.phase().removing()) {
                scheduler.vacate(place.deviceId());
                removed(place, root, now);
            }
        });
        return found.isPresent();
    }

    /** Gives up a device that is taken out of the inventory. */
    public void forget(UUID deviceId, Instant now) {
        for (FormerPlace place : formers.on(deviceId)) {
            place.on(Departure.Event.DOOMED, now);
            removed(place, null, now);
            formers.remove(place);
        }
    }

    private void removed(FormerPlace place, LoadBalancer root, Instant now) {
        if (root != null) {
            // It waits for this, or is to tell its neighbours once more, now that nobody else answers for the address.
            root.hasten(now);
        }
        place.on(Departure.Event.REMOVED, now);
        if (place.over(now)) {
            formers.remove(place);
        }
        if (formers.of(place.loadBalancerId()).stream().noneMatch(other -> other.phase() != Departure.GONE)) {
            scheduler.releaseHeld(place.loadBalancerId());
        }
    }

    /** Ends a load balancer that is to be deleted although its device cannot be told now; it will be. */
    public void abandon(LoadBalancerTree tree, Instant now) {
        LoadBalancer root = tree.root();
        var place = new FormerPlace(root.id(), root.deviceId(), root.generation());
        place.on(Departure.Event.DOOMED, now);
        formers.add(place);
        tree.abandon();
        scheduler.hold(root);
    }

    /** Gives back what a load balancer had that is gone from its place, as soon as it is gone from all places. */
    public void release(LoadBalancer root, Instant now) {
        List<FormerPlace> left = formers.of(root.id());
        left.forEach(place -> place.on(Departure.Event.DOOMED, now));
        if (left.stream().anyMatch(place -> place.phase() != Departure.GONE)) {
            scheduler.releaseLater(root);
        } else {
            scheduler.release(root);
        }
    }

    /**
     * Lets a refusal lead to another place rather than to an error: that of a device which cannot take a load balancer
     * that it never had.
     *
     * @return whether that is so; where the tree has changed, it must be sent
     */
    public boolean divert(LoadBalancerTree tree, Result result, Instant now) {
        boolean refused = !result.succeeded()
                && result.operation() == Operation.APPLY
                && result.failure().kind().reaction() == Reaction.GIVE_UP;
        if (!refused || tree.root().doomed()) {
            return false;
        }
        Optional<FormerPlace> home = formers.of(tree.root().id()).stream()
                .filter(place -> place.phase().before())
                .findFirst();
        return home.isPresent() ? onTheWay(tree, home.get(), result, now) : vetoed(tree, result, now);
    }

    /** A device that has no room for what it never had. */
    private boolean vetoed(LoadBalancerTree tree, Result result, Instant now) {
        return result.failure().kind() == FailureKind.CAPACITY
                && tree.root().appliedGeneration() == 0
                && mover.onward(tree, now);
    }

    /** A device that does not take what the one before could have. What was asked for since is at its own risk. */
    private boolean onTheWay(LoadBalancerTree tree, FormerPlace home, Result result, Instant now) {
        if (result.generation() < home.generation()) {
            return true;
        }
        if (blamesNew(tree, home, result)) {
            return false;
        }
        if (result.failure().kind() == FailureKind.CONFLICT) {
            home.on(Departure.Event.BLOCKED, now);
            return true;
        }
        LOG.log(Level.WARNING, "Load balancer {0} cannot be moved to device {1}: {2}", new Object[] {
            tree.root().id(), result.deviceId(), result.failure().message()
        });
        return mover.onward(tree, now);
    }

    private static boolean blamesNew(LoadBalancerTree tree, FormerPlace home, Result result) {
        return result.failure().blamed().stream()
                .flatMap(blame -> tree.object(blame.object().id()).stream())
                .map(Provisioned::changedIn)
                .anyMatch(generation -> generation > home.generation());
    }
}
