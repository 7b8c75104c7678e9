package io.lbaas.driver.nginx;

import io.lbaas.driver.nginx.config.Support;
import io.lbaas.driver.nginx.config.SupportCheck;
import io.lbaas.driver.nginx.device.Device;
import io.lbaas.driver.nginx.device.DeviceReader;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DriverInfo;
import io.lbaas.driver.spi.HealthBatch;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A session with one nginx. */
final class NginxDriver implements LoadBalancerDriver {
    private static final DriverInfo INFO = new DriverInfo("nginx", "1.0", Support.CAPABILITIES);

    private final Device device;
    private final DeviceReader reader;

    NginxDriver(Device device) {
        this.device = device;
        reader = new DeviceReader(device);
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
        return device.apply(changes);
    }

    @Override
    public void forget(Collection<UUID> loadBalancerIds) {
        device.forget(loadBalancerIds);
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
        device.close();
    }
}
