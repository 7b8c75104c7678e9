package io.lbaas.driver.haproxy;

import io.lbaas.driver.haproxy.config.Support;
import io.lbaas.driver.haproxy.config.SupportCheck;
import io.lbaas.driver.haproxy.device.Device;
import io.lbaas.driver.host.HostException;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DriverInfo;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.HealthBatch;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.DesiredLoadBalancer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A session with one HAProxy. */
final class HaproxyDriver implements LoadBalancerDriver {
    private static final System.Logger LOG = System.getLogger(HaproxyDriver.class.getName());
    private static final DriverInfo INFO = new DriverInfo("haproxy", "1.0", Support.CAPABILITIES);

    private final Site site;
    private final SiteReader reader;

    HaproxyDriver(Site site) {
        this.site = site;
        reader = new SiteReader(site);
    }

    @Override
    public DriverInfo info() {
        return INFO;
    }

    @Override
    public DeviceReport probe() {
        return reader.probe();
    }

    @Override
    public ValidationReport validate(DesiredLoadBalancer desired) {
        return SupportCheck.check(desired);
    }

    @Override
    public List<Outcome> apply(List<Change> changes) {
        Set<UUID> known;
        try {
            known = site.isolated(changes.stream()
                    .map(Change::deadline)
                    .min(Instant::compareTo)
                    .orElseThrow());
        } catch (IOException e) {
            return Collections.nCopies(
                    changes.size(), Outcome.Failed.of(HostException.kindOf(e), HostException.wordsOf(e)));
        }
        IdentityHashMap<Change, Outcome> outcomes = new IdentityHashMap<>();
        Map<Device, List<Change>> places = new LinkedHashMap<>();
        for (Change change : changes) {
            try {
                places.computeIfAbsent(site.of(change, known), place -> new ArrayList<>())
                        .add(change);
            } catch (IllegalArgumentException e) {
                outcomes.put(change, Outcome.Failed.of(FailureKind.UNSUPPORTED, e.getMessage()));
            }
        }
        places.forEach((device, some) -> {
            List<Outcome> answers = device.apply(some);
            IntStream.range(0, some.size()).forEach(i -> outcomes.put(some.get(i), answers.get(i)));
        });
        site.rest(places.keySet());
        return changes.stream().map(outcomes::get).toList();
    }

    @Override
    public void forget(Collection<UUID> loadBalancerIds) {
        try {
            site.forget(loadBalancerIds);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Tombstones stay", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Inventory list() throws DeviceReadException {
        return reader.list();
    }

    @Override
    public ObservedLoadBalancer observe(UUID loadBalancerId) throws DeviceReadException {
        return reader.observe(loadBalancerId);
    }

    @Override
    public StatsBatch stats(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        return reader.stats(loadBalancerIds);
    }

    @Override
    public HealthBatch health(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        return reader.health(loadBalancerIds);
    }

    @Override
    public void close() {
        site.close();
    }
}
