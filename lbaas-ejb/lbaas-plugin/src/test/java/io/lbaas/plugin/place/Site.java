package io.lbaas.plugin.place;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.api.Catalog.FlavorProfileSpec;
import io.lbaas.plugin.api.Catalog.FlavorSpec;
import io.lbaas.plugin.api.Inventory.DeviceDescription;
import io.lbaas.plugin.api.Inventory.DeviceState;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.api.Networks.NetworkRequest;
import io.lbaas.plugin.api.Networks.Pool;
import io.lbaas.plugin.api.Networks.SubnetRequest;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.Flavor;
import io.lbaas.plugin.entity.FlavorProfile;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.VipNetwork;
import io.lbaas.plugin.entity.VipPort;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.rule.IpAddress;
import io.lbaas.plugin.rule.PlacementHints;
import io.lbaas.plugin.rule.ProfileData;
import io.lbaas.plugin.store.DeviceRooms;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.FreeAddresses;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.store.VipNetworks;
import io.lbaas.plugin.tree.LoadBalancerTree;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Networks and devices of one provider of its own, so that those of other tests do not count. */
final class Site {

    static final String PROJECT = "project";

    private final String driver = "driver-" + UUID.randomUUID();

    String driver() {
        return driver;
    }

    /** A device that has been probed. */
    Device device(int capacity, UUID... subnets) {
        var request = new DeviceDescription(
                UUID.randomUUID().toString(),
                driver,
                Map.of(),
                capacity,
                DeviceState.ENABLED,
                List.of(subnets),
                null,
                List.of(),
                null);
        return device(request);
    }

    /** As above. */
    static Device device(DeviceDescription request) {
        return device(request, Samples.ALL);
    }

    /** One whose probe said that it can do that. */
    static Device device(DeviceDescription request, Capabilities capabilities) {
        var device = new Device(UUID.randomUUID(), request, Samples.NOW);
        Postgres.inTransaction(session -> {
            var devices = new Devices(session);
            devices.add(device);
            return devices.probed(device, new DeviceReport(true, "product", "", capabilities), Samples.NOW);
        });
        return Postgres.inTransaction(session -> new Devices(session).get(device.id()));
    }

    static UUID network(String projectId) {
        var network = new VipNetwork(UUID.randomUUID(), new NetworkRequest(name(), projectId));
        return Postgres.inTransaction(session -> {
            new VipNetworks(session).add(network);
            return network.id();
        });
    }

    /** A subnet in a network of its own. */
    static UUID subnet(String cidr) {
        return subnet(network(null), name(), cidr, null);
    }

    /** A subnet of a network; subnets of a network are in the order of their names. */
    static UUID subnet(UUID network, String name, String cidr, String gateway, Pool... pools) {
        var request = new SubnetRequest(name + name(), cidr, network, gateway, List.of(pools));
        var subnet = new VipSubnet(UUID.randomUUID(), network, request);
        return Postgres.inTransaction(session -> {
            new VipNetworks(session).add(subnet);
            return subnet.id();
        });
    }

    /** A flavor of the provider. */
    UUID flavor(String data, boolean enabled) {
        return Postgres.inTransaction(session -> {
            var profile = new FlavorProfile(UUID.randomUUID(), new FlavorProfileSpec("p", driver, data), Samples.NOW);
            var spec = new FlavorSpec(UUID.randomUUID().toString(), "", enabled, profile.id());
            session.persist(profile);
            session.flush();
            var flavor = new Flavor(UUID.randomUUID(), spec, Samples.NOW);
            session.persist(flavor);
            return flavor.id();
        });
    }

    static VipPort port(UUID subnet, String address, String projectId) {
        return Postgres.inTransaction(session -> allocator(session)
                .reserve(
                        new VipNetworks(session).subnet(subnet).orElseThrow(),
                        IpAddress.parse(address).orElse(null),
                        "port",
                        projectId));
    }

    /** Places a load balancer and keeps it. */
    Placed place(VipRequest request) {
        return place(session -> new Demand(driver, null, PlacementHints.of(ProfileData.NONE)), request);
    }

    /** Places a load balancer with a demand of its own and keeps it. */
    Placed place(Function<EntityManager, Demand> demand, VipRequest request) {
        return Postgres.inTransaction(session -> place(session, demand.apply(session), request));
    }

    /** How many statements it takes to place a load balancer. */
    int statements(VipRequest request) {
        var demand = new Demand(driver, null, PlacementHints.of(ProfileData.NONE));
        return Postgres.statements(session -> place(session, demand, request));
    }

    /** Places a load balancer in a transaction that goes on. */
    Placed place(EntityManager session, VipRequest request) {
        return place(session, new Demand(driver, null, PlacementHints.of(ProfileData.NONE)), request);
    }

    private Placed place(EntityManager session, Demand demand, VipRequest request) {
        var id = UUID.randomUUID();
        var placement = scheduler(session).place(id, PROJECT, demand, request);
        var root = new LoadBalancer(
                id,
                PROJECT,
                Samples.LABELS,
                new LoadBalancerSpec(true),
                placement.vips(),
                placement.device().id(),
                driver,
                Samples.NOW);
        new Trees(session).save(LoadBalancerTree.planted(root, Samples.NOW, Samples.DEADLINE));
        return new Placed(root, placement);
    }

    /** A load balancer is gone. */
    static void remove(LoadBalancer root) {
        Postgres.inTransaction(session -> {
            var found = session.find(LoadBalancer.class, root.id());
            scheduler(session).release(found);
            session.remove(found);
            return null;
        });
    }

    static VipRequest in(UUID subnet) {
        return at(subnet, null);
    }

    static VipRequest at(UUID subnet, String address) {
        return new VipRequest(subnet, null, null, address);
    }

    private static Scheduler scheduler(EntityManager session) {
        var networks = new VipNetworks(session);
        var free = new FreeAddresses(session);
        return new Scheduler(
                new Providers(new Devices(session), Samples.settings()),
                new Devices(session),
                new DeviceRooms(session),
                new VipResolver(networks, free),
                new VipAllocator(networks, free),
                Samples.settings());
    }

    private static VipAllocator allocator(EntityManager session) {
        return new VipAllocator(new VipNetworks(session), new FreeAddresses(session));
    }

    private static String name() {
        return UUID.randomUUID().toString();
    }

    /** What was placed where. */
    record Placed(LoadBalancer root, Placement placement) {

        String address() {
            return placement.vips().get(0).address();
        }

        UUID deviceId() {
            return placement.device().id();
        }
    }
}
