package io.lbaas.driver.netscaler.device;

import io.lbaas.driver.netscaler.config.Config;
import io.lbaas.driver.netscaler.config.Names;
import io.lbaas.driver.netscaler.device.Mark.State;
import io.lbaas.driver.netscaler.nitro.NitroClient;
import io.lbaas.driver.netscaler.nitro.NitroException;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what an appliance has and how it does; changes nothing. */
public final class DeviceReader {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** What can be there without a mark, with the attribute that names it. */
    private static final Map<String, String> MAIN_OBJECTS =
            Map.of("lbvserver", "name", "csvserver", "name", "servicegroup", "servicegroupname");

    private final NitroClient nitro;

    public DeviceReader(NitroClient nitro) {
        this.nitro = nitro;
    }

    private static Instant deadline() {
        return Instant.now().plus(PATIENCE);
    }

    private static DeviceReadException unreadable(NitroException e) {
        return new DeviceReadException(e.kind(), e.getMessage(), e);
    }

    /** What the appliance is, and in words what keeps it from being used. */
    public DeviceReport probe(Capabilities capabilities) {
        Appliance appliance = new Appliance(nitro, deadline());
        try {
            String version = appliance.version();
            List<String> problems = new ArrayList<>();
            if (!appliance.primary()) {
                problems.add("it is the secondary node of its pair");
            }
            List<String> lacking = appliance.lackingFeatures();
            if (!lacking.isEmpty()) {
                problems.add("these features are off: " + lacking);
            }
            if (appliance.defaultProfile()) {
                problems.add("its default SSL profile is on, with which TLS cannot be set for a virtual server");
            }
            return new DeviceReport(true, version, String.join("; ", problems), capabilities);
        } catch (NitroException e) {
            return new DeviceReport(false, "", e.getMessage(), capabilities);
        }
    }

    /** All load balancers and tombstones; those whose mark is gone have generation 0. */
    public Inventory list() throws DeviceReadException {
        try {
            Map<UUID, Inventory.Entry> entries = new TreeMap<>();
            Shown shown = new Shown(nitro, deadline());
            for (Map.Entry<String, String> kind : MAIN_OBJECTS.entrySet()) {
                for (JsonObject object : shown.entities(kind.getKey(), kind.getValue())) {
                    Names.parse(object.getString(kind.getValue()))
                            .map(Names::loadBalancer)
                            .ifPresent(id -> entries.put(id, new Inventory.Entry(id, 0, "", false)));
                }
            }
            Marks.read(nitro, deadline())
                    .all()
                    .forEach((id, mark) -> entries.put(
                            id,
                            new Inventory.Entry(id, mark.generation(), mark.digest(), mark.state() == State.REMOVED)));
            return new Inventory(List.copyOf(entries.values()));
        } catch (NitroException e) {
            throw unreadable(e);
        }
    }

    /** What is there of a load balancer, compared with what was applied. */
    public ObservedLoadBalancer observe(UUID loadBalancer) throws DeviceReadException {
        try {
            Config actual = new ConfigReader(nitro, deadline()).read(loadBalancer);
            Mark mark = Marks.read(nitro, deadline()).get(loadBalancer).orElse(null);
            if (mark == null) {
                return new ObservedLoadBalancer(
                        !actual.isEmpty(), 0, actual.isEmpty() ? "" : actual.digest(), actual.isEmpty());
            }
            if (mark.state() == State.REMOVED) {
                return new ObservedLoadBalancer(false, mark.generation(), "", actual.isEmpty());
            }
            String digest = actual.digest();
            boolean intact = mark.state() == State.APPLIED && mark.digest().equals(digest);
            return new ObservedLoadBalancer(true, mark.generation(), digest, intact);
        } catch (NitroException e) {
            throw unreadable(e);
        }
    }

    /** Counters of the listeners of these load balancers. */
    public StatsBatch stats(Collection<UUID> loadBalancers) throws DeviceReadException {
        try {
            CounterReader counters = new CounterReader(new Shown(nitro, deadline()));
            return new StatsBatch(counters.epoch(), counters.read(loadBalancers));
        } catch (NitroException e) {
            throw unreadable(e);
        }
    }

    /** Operating status of the objects of these load balancers. */
    public HealthBatch health(Collection<UUID> loadBalancers) throws DeviceReadException {
        try {
            Shown shown = new Shown(nitro, deadline());
            return new HealthBatch(new HealthReader(shown, Marks.read(nitro, deadline()), loadBalancers).read());
        } catch (NitroException e) {
            throw unreadable(e);
        }
    }
}
