package io.lbaas.plugin.service;

import io.lbaas.plugin.api.Statistics;
import io.lbaas.plugin.store.TrafficCounters;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;

/** How much traffic there was. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class StatisticsBean implements Statistics {

    @Inject
    private TrafficCounters counters;

    @Override
    public Traffic ofLoadBalancer(UUID id) {
        return counters.ofLoadBalancer(id);
    }

    @Override
    public Traffic ofListeners(Collection<UUID> listenerIds) {
        return counters.ofListeners(listenerIds);
    }
}
