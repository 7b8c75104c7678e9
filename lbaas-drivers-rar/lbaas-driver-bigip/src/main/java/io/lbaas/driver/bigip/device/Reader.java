package io.lbaas.driver.bigip.device;

import io.lbaas.driver.bigip.declaration.Declared;
import io.lbaas.driver.bigip.declaration.Mark;
import io.lbaas.driver.bigip.declaration.Names;
import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.HealthBatch;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.StatsBatch;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks at the device. */
public record Reader(Appsvcs appsvcs, Icontrol icontrol) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A probe reads little. */
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);

    /** Counters begin with each virtual server, and a reboot of the device is not told. */
    private static final String EPOCH = "";

    /** A read of the device. */
    @FunctionalInterface
    private interface Reading<T> {
        T by(Instant deadline) throws DeviceException;
    }

    private static <T> T read(Reading<T> reading) throws DeviceReadException {
        try {
            return reading.by(Instant.now().plus(PATIENCE));
        } catch (DeviceException e) {
            throw e.reading();
        }
    }

    /** Whether the device is there, has AS3 in a version that can read our declarations, and is the active unit. */
    public DeviceReport probe(Capabilities capabilities) {
        Instant deadline = Instant.now().plus(PROBE_PATIENCE);
        try {
            JsonObject info = appsvcs.info(deadline);
            String version = info.getString("version", "unknown");
            String status = icontrol.failoverStatus(deadline);
            String message = Version.atLeast(version, Declared.SCHEMA_VERSION)
                    ? (status.equals("ACTIVE") ? "" : "The device is not the active unit, it is " + status)
                    : "AS3 " + version + " is too old, " + Declared.SCHEMA_VERSION + " is needed";
            return new DeviceReport(message.isEmpty(), "BIG-IP, AS3 " + version, message, capabilities);
        } catch (DeviceException e) {
            return new DeviceReport(false, "", e.getMessage(), capabilities);
        }
    }

    /** All that carries our mark. */
    public Inventory list() throws DeviceReadException {
        return read(deadline -> new Inventory(icontrol.marks(deadline).entrySet().stream()
                .map(entry -> new Inventory.Entry(
                        entry.getKey(),
                        entry.getValue().generation(),
                        entry.getValue().digest(),
                        entry.getValue().tombstone()))
                .toList()));
    }

    /** What AS3 was told of a load balancer, and whether that is what is in force. */
    public ObservedLoadBalancer observe(UUID loadBalancerId) throws DeviceReadException {
        return read(deadline -> {
            String name = Names.tenant(loadBalancerId);
            JsonObject tenant = appsvcs.tenants(List.of(name), deadline).get(name);
            Optional<Mark> told = Optional.ofNullable(tenant).flatMap(Mark::of);
            Optional<Mark> found = icontrol.mark(loadBalancerId, deadline);
            if (told.isEmpty()) {
                long generation = found.map(Mark::generation).orElse(0L);
                return new ObservedLoadBalancer(false, generation, "", found.isEmpty());
            }
            Mark mark = told.get();
            boolean intact = found.equals(told) && Declared.genuine(tenant, mark);
            if (mark.tombstone() || found.isEmpty()) {
                return new ObservedLoadBalancer(false, mark.generation(), "", intact);
            }
            boolean inForce = new InForce(tenant)
                    .is(icontrol.virtuals(loadBalancerId, deadline), icontrol.pools(loadBalancerId, deadline));
            return new ObservedLoadBalancer(true, mark.generation(), mark.digest(), intact && inForce);
        });
    }

    /** Traffic by listener; the device counts bits. A listener with several addresses has as many virtual servers. */
    public StatsBatch stats(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        Set<UUID> wanted = Set.copyOf(loadBalancerIds);
        return read(deadline -> {
            Map<UUID, StatsBatch.Counters> counters = new HashMap<>();
            for (Statistics statistics : icontrol.virtualStatistics(deadline)) {
                Virtual.of(statistics.path())
                        .filter(virtual -> wanted.contains(virtual.loadBalancerId()))
                        .ifPresent(virtual ->
                                counters.merge(virtual.listenerId(), Virtual.counters(statistics), Virtual::sum));
            }
            return new StatsBatch(EPOCH, counters);
        });
    }

    /** Operating status of all objects. */
    public HealthBatch health(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        return read(deadline -> {
            Health health = new Health(icontrol.marks(deadline), loadBalancerIds);
            icontrol.virtualStatistics(deadline).forEach(health::virtual);
            icontrol.pools(deadline).forEach(health::pool);
            return new HealthBatch(health.byObject());
        });
    }
}
