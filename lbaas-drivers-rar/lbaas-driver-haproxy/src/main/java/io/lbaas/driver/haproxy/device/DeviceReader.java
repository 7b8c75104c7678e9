package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.config.ConfigObjects;
import io.lbaas.driver.haproxy.config.Support;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.HealthBatch;
import io.lbaas.driver.spi.Inventory;
import io.lbaas.driver.spi.ObservedLoadBalancer;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.model.OperatingStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads a device without changing it and without its lock. */
public final class DeviceReader {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String STOPPING = "The agent is stopping";

    private final Device device;
    private final KnownObjects known;

    public DeviceReader(Device device) {
        this.device = device;
        known = device.objects();
    }

    /** Starts HAProxy where it is not running: a device that can be had is reachable. */
    public DeviceReport probe() {
        Instant deadline = Instant.now().plus(PATIENCE);
        try {
            device.start(deadline);
            device.runner().worker().identity(deadline);
            return new DeviceReport(true, device.haproxy().version(deadline), "", Support.CAPABILITIES);
        } catch (IOException | DeviceException e) {
            return new DeviceReport(false, "", String.valueOf(e.getMessage()), Support.CAPABILITIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DeviceReport(false, "", STOPPING, Support.CAPABILITIES);
        }
    }

    public Inventory list() throws DeviceReadException {
        try {
            device.store().create();
            return new Inventory(device.store().readIndex().entries().entrySet().stream()
                    .map(entry -> new Inventory.Entry(
                            entry.getKey(),
                            entry.getValue().generation(),
                            entry.getValue().digest(),
                            !entry.getValue().present()))
                    .toList());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public ObservedLoadBalancer observe(UUID loadBalancerId) throws DeviceReadException {
        try {
            device.store().create();
            Optional<ConfigFile> file = device.store().read(loadBalancerId);
            return new ObservedLoadBalancer(
                    file.isPresent(),
                    device.store().generation(loadBalancerId),
                    file.map(ConfigFile::digest).orElse(""),
                    file.map(device.store()::intact).orElse(true));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public StatsBatch stats(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        try {
            Traffic.Total total = device.runner().traffic().read(Instant.now().plus(PATIENCE));
            Map<UUID, Counters> counters = new HashMap<>();
            for (ConfigObjects objects : known.of(loadBalancerIds).values()) {
                for (UUID listener : objects.frontends()) {
                    Optional.ofNullable(total.byFrontend().get(listener.toString()))
                            .ifPresent(count -> counters.put(listener, count));
                }
            }
            return new StatsBatch(total.epoch(), counters);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceReadException(FailureKind.TRANSIENT, STOPPING, e);
        }
    }

    public HealthBatch health(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        Map<UUID, OperatingStatus> health = new HashMap<>();
        try {
            HealthReader reader =
                    new HealthReader(device.runner().worker().stat(Instant.now().plus(PATIENCE)));
            known.of(loadBalancerIds).forEach((id, objects) -> health.putAll(reader.read(id, objects)));
            return new HealthBatch(health);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static DeviceReadException unreadable(IOException cause) {
        return new DeviceReadException(FailureKind.UNREACHABLE, "HAProxy cannot be read: " + cause.getMessage(), cause);
    }
}
