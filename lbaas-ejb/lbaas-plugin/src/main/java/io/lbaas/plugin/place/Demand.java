package io.lbaas.plugin.place;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.plugin.rule.PlacementHints;
import java.util.UUID;

/**
 * What a load balancer asks of its device.
 *
 * @param flavorId null for none
 * @param desired what is to be in it; null where that does not matter
 */
public record Demand(String provider, UUID flavorId, PlacementHints hints, DesiredLoadBalancer desired) {

    /** The demand of an empty load balancer. */
    public Demand(String provider, UUID flavorId, PlacementHints hints) {
        this(provider, flavorId, hints, null);
    }

    /** The same demand for what is to be in the load balancer. */
    public Demand of(DesiredLoadBalancer content) {
        return new Demand(provider, flavorId, hints, content);
    }
}
