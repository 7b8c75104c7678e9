package io.lbaas.driver.haproxy.device;

import io.lbaas.driver.haproxy.config.ConfigObjects;
import io.lbaas.driver.haproxy.config.Support;
import io.lbaas.driver.host.HostException;
import io.lbaas.driver.host.store.ConfigFile;
import io.lbaas.driver.host.store.ConfigStore;
import io.lbaas.driver.host.store.KnownObjects;
import io.lbaas.driver.host.vip.VipReport;
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
    private static final Duration LOGIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String STOPPING = "The agent is stopping";

    private final Device device;
    private final KnownObjects<ConfigObjects> known;

    public DeviceReader(Device device) {
        this.device = device;
        known = device.objects();
    }

    /** Starts HAProxy where it is not running: a device that can be had is reachable. */
    public DeviceReport probe() {
        try {
            // A first login takes its time, which what is done then does not lack.
            device.read(Instant.now().plus(LOGIN));
            Instant deadline = Instant.now().plus(PATIENCE);
            String version = device.haproxy().version(deadline);
            device.start(deadline);
            device.runner().worker().identity(deadline);
            VipReport vips = device.vips().check(deadline);
            return new DeviceReport(vips.usable(), version, vips.words(), Support.CAPABILITIES);
        } catch (IOException | DeviceException e) {
            return new DeviceReport(false, "", HostException.wordsOf(e), Support.CAPABILITIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DeviceReport(false, "", STOPPING, Support.CAPABILITIES);
        }
    }

    public Inventory list() throws DeviceReadException {
        try {
            ConfigStore store = begin();
            store.create();
            return new Inventory(store.readIndex().entries().entrySet().stream()
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
            ConfigStore store = begin();
            store.create();
            Optional<ConfigFile> file = store.read(loadBalancerId);
            return new ObservedLoadBalancer(
                    file.isPresent(),
                    store.generation(loadBalancerId),
                    file.map(ConfigFile::digest).orElse(""),
                    file.map(store::intact).orElse(true)
                            && device.vips().hold(loadBalancerId, Instant.now().plus(PATIENCE)));
        } catch (IOException e) {
            throw unreadable(e);
        } catch (InterruptedException e) {
            throw stopping(e);
        }
    }

    public StatsBatch stats(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        try {
            begin();
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
            throw stopping(e);
        }
    }

    public HealthBatch health(Collection<UUID> loadBalancerIds) throws DeviceReadException {
        Map<UUID, OperatingStatus> health = new HashMap<>();
        try {
            begin();
            HealthReader reader =
                    new HealthReader(device.runner().worker().stat(Instant.now().plus(PATIENCE)));
            known.of(loadBalancerIds).forEach((id, objects) -> health.putAll(reader.read(id, objects)));
            return new HealthBatch(health);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ConfigStore begin() throws IOException {
        return device.read(Instant.now().plus(PATIENCE));
    }

    private static DeviceReadException stopping(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DeviceReadException(FailureKind.TRANSIENT, STOPPING, cause);
    }

    private static DeviceReadException unreadable(IOException cause) {
        return new DeviceReadException(
                HostException.kindOf(cause), "HAProxy cannot be read: " + HostException.wordsOf(cause), cause);
    }
}
