package io.lbaas.plugin.move;

import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.entity.Departure;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.FormerPlace;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.place.Choices;
import io.lbaas.plugin.place.Demand;
import io.lbaas.plugin.place.Scheduler;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.FormerPlaces;
import io.lbaas.plugin.tree.DesiredTree;
import io.lbaas.plugin.tree.LoadBalancerTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gives load balancers another place, and remembers the one that they leave. */
@ApplicationScoped
public class Mover {

    /** A device that has refused a load balancer is not asked again before. */
    private static final Duration AVOIDED = Duration.ofMinutes(10);

    private FormerPlaces formers;
    private Devices devices;
    private Scheduler scheduler;
    private Choices choices;

    protected Mover() {}

    @Inject
    public Mover(FormerPlaces formers, Devices devices, Scheduler scheduler, Choices choices) {
        this.formers = formers;
        this.devices = devices;
        this.scheduler = scheduler;
        this.choices = choices;
    }

    /**
     * Moves a load balancer to any other device, in a generation that has been begun.
     *
     * @return false where none fits, and nothing is changed
     */
    public boolean elsewhere(LoadBalancerTree tree, Instant now) {
        LoadBalancer root = tree.root();
        List<FormerPlace> left = formers.of(root.id());
        Optional<Device> next = scheduler.elsewhere(root, demand(tree), devicesOf(left, now));
        next.ifPresent(device -> leave(root, left, device.id(), now));
        return next.isPresent();
    }

    /**
     * Moves a load balancer to that device, in a generation that has been begun.
     *
     * @throws Fault NOT_FOUND where there is no such device, CONFLICT where it does not fit
     */
    public void to(LoadBalancerTree tree, UUID deviceId, Instant now) {
        LoadBalancer root = tree.root();
        scheduler.on(root, demand(tree), devices.get(deviceId));
        leave(root, formers.of(root.id()), deviceId, now);
    }

    /**
     * Finds yet another place for a load balancer that its device has refused, or brings it back to where it still is.
     *
     * @return false where it never had a place and there is no other
     */
    boolean onward(LoadBalancerTree tree, Instant now) {
        LoadBalancer root = tree.root();
        List<FormerPlace> left = formers.of(root.id());
        Optional<FormerPlace> home =
                left.stream().filter(place -> place.phase().before()).findFirst();
        UUID refusing = root.deviceId();
        Optional<UUID> next =
                scheduler.elsewhere(root, demand(tree), devicesOf(left, now)).map(Device::id);
        if (next.isEmpty() && home.isEmpty()) {
            return false;
        }
        tree.driveTo(next.orElseGet(() -> home.get().deviceId()));
        if (next.isEmpty()) {
            scheduler.back(root, root.deviceId());
            formers.remove(home.get());
        } else {
            home.ifPresent(place -> place.outlast(root.generation()));
        }
        formers.add(FormerPlace.refused(root.id(), refusing, root.generation(), now, now.plus(AVOIDED)));
        return true;
    }

    private void leave(LoadBalancer root, List<FormerPlace> left, UUID next, Instant now) {
        left.stream().filter(place -> place.deviceId().equals(next)).forEach(formers::remove);
        var place = new FormerPlace(root.id(), root.deviceId(), root.generation());
        for (FormerPlace earlier : left) {
            if (earlier.phase().before()) {
                earlier.outlast(root.generation());
                // It is up there and not here, so that nothing here is worth waiting for.
                place.on(Departure.Event.DOOMED, now);
            }
        }
        formers.add(place);
        root.moveTo(next);
    }

    private Demand demand(LoadBalancerTree tree) {
        return choices.demand(tree.root()).of(DesiredTree.of(tree).orElse(null));
    }

    private static Set<UUID> devicesOf(List<FormerPlace> places, Instant now) {
        Set<UUID> ids = new HashSet<>();
        places.stream().filter(place -> !place.over(now)).forEach(place -> ids.add(place.deviceId()));
        return ids;
    }
}
