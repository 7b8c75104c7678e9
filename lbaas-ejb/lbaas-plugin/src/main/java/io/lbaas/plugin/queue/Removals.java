package io.lbaas.plugin.queue;

import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Departure;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.FormerPlace;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.FormerPlaces;
import io.lbaas.plugin.store.Trees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Has load balancers removed from devices that they have left. */
@ApplicationScoped
public class Removals {

    @Inject
    private FormerPlaces formers;

    @Inject
    private Trees trees;

    @Inject
    private Devices devices;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private Settings settings;

    /** Sends what is to be sent for a load balancer now, and forgets what is done. */
    public void send(UUID loadBalancerId, Instant now) {
        boolean wanted = trees.wanted(loadBalancerId);
        for (FormerPlace place : formers.of(loadBalancerId)) {
            if (!wanted) {
                place.on(Departure.Event.DOOMED, now);
            }
            if (place.over(now) || (place.phase() == Departure.GONE && !wanted)) {
                formers.remove(place);
            } else if (place.due(now)) {
                send(place, now);
            }
        }
    }

    private void send(FormerPlace place, Instant now) {
        Device device = devices.get(place.deviceId());
        if (device.reachable() && device.touchable()) {
            place.sent(now, settings.resendAfter(), settings.deadline());
            dispatcher.remove(place.loadBalancerId(), place.generation(), device, now);
        }
    }
}
