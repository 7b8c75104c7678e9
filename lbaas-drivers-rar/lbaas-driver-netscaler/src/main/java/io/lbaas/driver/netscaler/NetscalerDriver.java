package io.lbaas.driver.netscaler;

import io.lbaas.driver.http.JsonClient;
import io.lbaas.driver.netscaler.config.Support;
import io.lbaas.driver.netscaler.config.SupportCheck;
import io.lbaas.driver.netscaler.device.Batch;
import io.lbaas.driver.netscaler.device.DeviceReader;
import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A session with one NetScaler, which answers at once. */
final class NetscalerDriver implements LoadBalancerDriver {
    private static final Logger LOG = System.getLogger(NetscalerDriver.class.getName());
    private static final DriverInfo INFO =
            new DriverInfo("netscaler", "1.0", Support.CAPABILITIES.with(DeviceSettings.KEYS));
    private final NitroClient nitro;
    private final Batch batch;
    private final DeviceReader reader;

    NetscalerDriver(DeviceSettings settings) {
        nitro = new NitroClient(new JsonClient(settings.endpoint()), settings.userName(), settings.password());
        batch = new Batch(nitro, settings.enableFeatures());
        reader = new DeviceReader(nitro);
    }

    @Override
    public DriverInfo info() {
        return INFO;
    }

    @Override
    public DeviceReport probe() {
        return reader.probe(INFO.capabilities());
    }

    @Override
    public ValidationReport validate(DesiredLoadBalancer desired) {
        return SupportCheck.check(desired);
    }

    @Override
    public List<Outcome> apply(List<Change> changes) {
        return batch.apply(changes);
    }

    @Override
    public void forget(Collection<UUID> loadBalancerIds) {
        batch.forget(loadBalancerIds);
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
        try {
            nitro.logout(Instant.now().plusSeconds(2));
        } catch (NitroException e) {
            LOG.log(Level.DEBUG, "The session ends by itself", e);
        }
    }
}
