package io.lbaas.driver.bigip;

import io.lbaas.driver.bigip.declaration.Support;
import io.lbaas.driver.bigip.declaration.SupportCheck;
import io.lbaas.driver.bigip.device.Appsvcs;
import io.lbaas.driver.bigip.device.Changes;
import io.lbaas.driver.bigip.device.Icontrol;
import io.lbaas.driver.bigip.device.Polls;
import io.lbaas.driver.bigip.device.Reader;
import io.lbaas.driver.bigip.device.Session;
import io.lbaas.driver.bigip.device.Tombstones;
import io.lbaas.driver.http.JsonClient;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DriverInfo;
import io.lbaas.driver.spi.HealthBatch;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.DesiredLoadBalancer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A session with one BIG-IP. A change that was submitted cannot be cancelled: AS3 has no such call, and whatever becomes
 * of it, the next change of the load balancer finds the tenant as it then is.
 */
final class BigipDriver implements LoadBalancerDriver {
    private static final DriverInfo INFO =
            new DriverInfo("bigip", "1.0", Support.CAPABILITIES.with(DeviceSettings.KEYS));

    private final Session session;
    private final Changes changes;
    private final Polls polls;
    private final Reader reader;
    private final Tombstones tombstones;

    BigipDriver(DeviceSettings settings) {
        session = new Session(new JsonClient(settings.endpoint()), settings.login());
        Appsvcs appsvcs = new Appsvcs(session, settings.syncGroup());
        Icontrol icontrol = new Icontrol(session);
        changes = new Changes(appsvcs, icontrol, settings.snat(), settings.pollAfter());
        polls = new Polls(appsvcs, settings.pollAfter());
        reader = new Reader(appsvcs, icontrol);
        tombstones = new Tombstones(appsvcs, icontrol);
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
    public List<Outcome> apply(List<Change> wanted) {
        return changes.apply(wanted);
    }

    @Override
    public Outcome poll(OperationToken token) {
        return polls.poll(token);
    }

    @Override
    public void forget(Collection<UUID> loadBalancerIds) {
        tombstones.forget(loadBalancerIds);
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
        session.close();
    }
}
