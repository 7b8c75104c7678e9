package io.lbaas.driver.haproxy;

import io.lbaas.driver.haproxy.device.DeviceReader;
import io.lbaas.driver.host.HostException;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.HealthBatch;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.model.OperatingStatus;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads all processes of a device. One of a load balancer's own that cannot be read hides that load balancer alone. */
final class SiteReader {
    private static final System.Logger LOG = System.getLogger(SiteReader.class.getName());

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Site site;
    private final DeviceReader shared;

    SiteReader(Site site) {
        this.site = site;
        shared = new DeviceReader(site.shared());
    }

    DeviceReport probe() {
        return shared.probe();
    }

    Inventory list() throws DeviceReadException {
        List<Inventory.Entry> entries = new ArrayList<>(shared.list().entries());
        for (UUID id : isolated()) {
            entries.addAll(reader(id).list().entries());
        }
        return new Inventory(entries);
    }

    ObservedLoadBalancer observe(UUID loadBalancerId) throws DeviceReadException {
        return (isolated().contains(loadBalancerId) ? reader(loadBalancerId) : shared).observe(loadBalancerId);
    }

    /** The epoch is that of the shared process; counters of the others go on for as long as their load balancer is there. */
    StatsBatch stats(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        StatsBatch batch = shared.stats(loadBalancerIds);
        Map<UUID, Counters> counters = new HashMap<>(batch.byListener());
        for (UUID id : isolated(loadBalancerIds)) {
            attempt(() -> counters.putAll(reader(id).stats(List.of(id)).byListener()));
        }
        return new StatsBatch(batch.epoch(), counters);
    }

    HealthBatch health(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        Map<UUID, OperatingStatus> health =
                new HashMap<>(shared.health(loadBalancerIds).byObject());
        for (UUID id : isolated(loadBalancerIds)) {
            attempt(() -> health.putAll(reader(id).health(List.of(id)).byObject()));
        }
        return new HealthBatch(health);
    }

    private DeviceReader reader(UUID id) {
        return new DeviceReader(site.isolated(id));
    }

    private List<UUID> isolated(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        return isolated().stream()
                .filter(loadBalancerIds::contains)
                .filter(id -> !site.isolated(id).empty())
                .toList();
    }

    private Set<UUID> isolated() throws DeviceReadException {
        try {
            return site.isolated(Instant.now().plus(PATIENCE));
        } catch (IOException e) {
            throw new DeviceReadException(
                    HostException.kindOf(e), "The device cannot be read: " + HostException.wordsOf(e), e);
        }
    }

    private interface Reading {
        void run() throws DeviceReadException;
    }

    private static void attempt(Reading reading) {
        try {
            reading.run();
        } catch (DeviceReadException e) {
            LOG.log(Level.WARNING, "A load balancer's own process cannot be read", e);
        }
    }
}
