package io.lbaas.driver.jca;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DriverInfo;
import io.lbaas.driver.spi.HealthBatch;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Knows whether it was closed, and nothing else. */
final class FakeDriver implements LoadBalancerDriver {
    static final Capabilities NOTHING = new Capabilities(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Capabilities.L7.NONE, TlsSupport.NONE, false);

    private boolean closed;

    boolean closed() {
        return closed;
    }

    @Override
    public DriverInfo info() {
        return new DriverInfo("fake", "1", NOTHING);
    }

    @Override
    public DeviceReport probe() {
        return new DeviceReport(true, "fake 1", "", NOTHING);
    }

    @Override
    public ValidationReport validate(DesiredLoadBalancer desired) {
        return new ValidationReport(Map.of());
    }

    @Override
    public List<Outcome> apply(List<Change> changes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Inventory list() {
        return new Inventory(List.of());
    }

    @Override
    public ObservedLoadBalancer observe(UUID loadBalancerId) {
        return new ObservedLoadBalancer(false, 0, "", true);
    }

    @Override
    public StatsBatch stats(Collection<UUID> loadBalancerIds) {
        return new StatsBatch("", Map.of());
    }

    @Override
    public HealthBatch health(Collection<UUID> loadBalancerIds) {
        return new HealthBatch(Map.of());
    }

    @Override
    public void close() {
        closed = true;
    }
}
