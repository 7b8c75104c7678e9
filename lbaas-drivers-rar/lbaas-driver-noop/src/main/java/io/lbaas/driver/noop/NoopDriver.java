package io.lbaas.driver.noop;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.DeviceSpec;
import io.lbaas.driver.spi.DriverInfo;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.HealthBatch;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.OperationToken;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps what it is told and moves no traffic. */
final class NoopDriver implements LoadBalancerDriver {
    /** All that the model can express. */
    private static final Capabilities CAPABILITIES = new Capabilities(
                    EnumSet.allOf(ListenerProtocol.class),
                    EnumSet.allOf(PoolProtocol.class),
                    EnumSet.allOf(Algorithm.class),
                    EnumSet.allOf(PersistenceType.class),
                    EnumSet.allOf(MonitorType.class),
                    new Capabilities.L7(
                            EnumSet.allOf(ListenerProtocol.class),
                            EnumSet.allOf(L7Action.class),
                            EnumSet.allOf(L7RuleType.class),
                            EnumSet.allOf(L7CompareType.class)),
                    TlsSupport.ALL,
                    false)
            .with(NoopSettings.KEYS);

    private static final StatsBatch.Counters NO_TRAFFIC = new StatsBatch.Counters(0, 0, 0, 0, 0);

    static final String HANGS = "Told not to answer";

    /** How long a read waits for a device that does not answer. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final NoopSettings settings;
    private final NoopDevice device;

    NoopDriver(DeviceSpec spec) {
        settings = NoopSettings.of(spec);
        device = NoopDevice.of(spec.deviceId(), settings.directory());
    }

    @Override
    public DriverInfo info() {
        return new DriverInfo("noop", "1.0", CAPABILITIES);
    }

    @Override
    public DeviceReport probe() {
        try {
            requireAnswer();
            return new DeviceReport(true, "noop 1.0", "", CAPABILITIES);
        } catch (DeviceReadException e) {
            return new DeviceReport(false, "", e.getMessage(), CAPABILITIES);
        }
    }

    @Override
    public ValidationReport validate(DesiredLoadBalancer desired) {
        return CAPABILITIES.check(desired);
    }

    @Override
    public List<Outcome> apply(List<Change> changes) {
        return new Batch(settings, device, CAPABILITIES).apply(changes);
    }

    @Override
    public Outcome poll(OperationToken token) {
        return PendingChange.read(token)
                .map(change -> change.poll(device.store()))
                .orElseGet(() -> Outcome.Failed.of(FailureKind.INVALID, "The token is not this driver's"));
    }

    @Override
    public void forget(Collection<UUID> loadBalancerIds) {
        Store store = device.store();
        store.exclusively(() -> {
            loadBalancerIds.stream().filter(id -> !store.get(id).present()).forEach(store::forget);
            return loadBalancerIds;
        });
    }

    @Override
    public Inventory list() throws DeviceReadException {
        requireAnswer();
        return new Inventory(device.store().all().entrySet().stream()
                .map(entry -> new Inventory.Entry(
                        entry.getKey(),
                        entry.getValue().generation(),
                        entry.getValue().digest(),
                        !entry.getValue().present()))
                .toList());
    }

    @Override
    public ObservedLoadBalancer observe(UUID loadBalancerId) throws DeviceReadException {
        requireAnswer();
        Remembered known = device.store().get(loadBalancerId);
        return new ObservedLoadBalancer(known.present(), known.generation(), known.digest(), known.intact());
    }

    @Override
    public StatsBatch stats(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        requireAnswer();
        return new StatsBatch(
                "",
                loadBalancerIds.stream()
                        .flatMap(id -> device.store().get(id).listeners().stream())
                        .collect(Collectors.toMap(listener -> listener, listener -> NO_TRAFFIC)));
    }

    /** Nothing: there is no traffic whose way could be up or down. */
    @Override
    public HealthBatch health(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        requireAnswer();
        return new HealthBatch(Map.of());
    }

    private void requireAnswer() throws DeviceReadException {
        if (settings.closed().isPresent()) {
            throw settings.closed().get().exception();
        }
        if (settings.hang()) {
            Batch.pause(PATIENCE);
            throw new DeviceReadException(FailureKind.TRANSIENT, HANGS);
        }
    }

    @Override
    public void close() {
        // Nothing is held between two calls.
    }
}
