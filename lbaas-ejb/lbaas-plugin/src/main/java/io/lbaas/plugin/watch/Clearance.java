package io.lbaas.plugin.watch;

import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Departure;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.FormerPlace;
import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.queue.Dispatcher;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.FormerPlaces;
import io.lbaas.plugin.store.Trees;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Has load balancers removed from devices that they have left, until the devices confirm it. */
@Stateless
public class Clearance {

    private static final int A_ROUND = 200;

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

    /** Load balancers that are to be removed from some device now. */
    public List<UUID> due() {
        return formers.due(A_ROUND);
    }

    /** Sends what is to be sent for one of them, and forgets what is done. */
    public void clear(UUID loadBalancerId) {
        Instant now = InstantColumn.now();
        boolean wanted = trees.wanted(loadBalancerId);
        for (FormerPlace place : formers.of(loadBalancerId)) {
            if (!wanted) {
                place.on(Departure.Event.DOOMED, now);
            }
            if (place.over(now) || place.phase() == Departure.GONE && !wanted) {
                formers.remove(place);
            } else if (place.due(now)) {
                remove(place, now);
            }
        }
    }

    private void remove(FormerPlace place, Instant now) {
        Device device = devices.get(place.deviceId());
        if (device.reachable() && device.touchable()) {
            place.sent(now, settings.resendAfter(), settings.deadline());
            dispatcher.remove(place.loadBalancerId(), place.generation(), device, now);
        }
    }
}
