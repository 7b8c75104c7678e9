package io.lbaas.plugin.inventory;

import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.api.Networks.NetworkRequest;
import io.lbaas.plugin.api.Networks.SubnetRequest;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.VipNetwork;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.VipNetworks;
import io.lbaas.plugin.watch.DevicePatrol;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Adds devices of this host to the inventory, once. */
@Stateless
public class Seeder {

    private static final String SUBNET = "loopback";
    private static final String SUBNET_CIDR = "127.10.0.0/16";
    private static final int CAPACITY = 10_000;

    @Inject
    private Devices devices;

    @Inject
    private VipNetworks networks;

    @Inject
    private DevicePatrol patrol;

    /**
     * Adds what is missing, and has all of it probed.
     *
     * @param drivers {@code haproxy} and {@code noop}
     * @param data where devices keep their files; needed for {@code haproxy}
     */
    public void sow(List<String> drivers, Optional<Path> data) {
        devices.lockInventory();
        UUID subnet = subnet();
        for (String driver : drivers) {
            DeviceDescription request = request(driver, data, subnet);
            Device device = devices.all().stream()
                    .filter(known -> known.name().equals(request.name()))
                    .findFirst()
                    .orElseGet(() -> add(request));
            patrol.probe(device);
        }
    }

    private UUID subnet() {
        return networks.subnets().stream()
                .filter(known -> known.request().name().equals(SUBNET))
                .findFirst()
                .orElseGet(() -> {
                    var network = new VipNetwork(UUID.randomUUID(), new NetworkRequest(SUBNET, null));
                    networks.add(network);
                    var request = new SubnetRequest(SUBNET, SUBNET_CIDR, null, null, List.of());
                    var subnet = new VipSubnet(UUID.randomUUID(), network.id(), request);
                    networks.add(subnet);
                    return subnet;
                })
                .id();
    }

    private Device add(DeviceDescription request) {
        var device = new Device(UUID.randomUUID(), request, Instant.now());
        devices.add(device);
        return device;
    }

    private static DeviceDescription request(String driver, Optional<Path> data, UUID subnet) {
        return switch (driver) {
            case "haproxy" -> request("local-haproxy", driver, settings(data), List.of(subnet));
            // Nothing real is behind it, so that any subnet will do.
            case "noop" -> request("noop", driver, Map.of(), List.of());
            default -> throw new IllegalArgumentException("lbaas.devices: no such device: " + driver);
        };
    }

    private static Map<String, String> settings(Optional<Path> data) {
        Path directory = data.orElseThrow(() -> new IllegalStateException("lbaas.data-dir is needed for haproxy"))
                .resolve("haproxy");
        return Map.of("directory", directory.toString(), "stop-with-agent", "true");
    }

    private static DeviceDescription request(
            String name, String driver, Map<String, String> settings, List<UUID> subnets) {
        return new DeviceDescription(
                name, driver, settings, CAPACITY, DeviceState.ENABLED, subnets, null, List.of(), null);
    }
}
