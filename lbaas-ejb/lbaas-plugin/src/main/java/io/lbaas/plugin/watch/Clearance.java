package io.lbaas.plugin.watch;

import io.lbaas.plugin.entity.InstantColumn;
import io.lbaas.plugin.queue.Removals;
import io.lbaas.plugin.store.FormerPlaces;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Has load balancers removed from devices that they have left, until the devices confirm it. */
@Stateless
public class Clearance {

    private static final int A_ROUND = 200;

    @Inject
    private FormerPlaces formers;

    @Inject
    private Removals removals;

    /** Load balancers that are to be removed from some device now. */
    public List<UUID> due() {
        return formers.due(A_ROUND);
    }

    /** Sends what is to be sent for one of them. */
    public void clear(UUID loadBalancerId) {
        removals.send(loadBalancerId, InstantColumn.now());
    }
}
