package io.lbaas.plugin.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.driver.spi.DeviceReport;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.Samples;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.api.View.Vip;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.Device;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.entity.VipSubnet;
import io.lbaas.plugin.store.Devices;
import io.lbaas.plugin.store.Trees;
import io.lbaas.plugin.tree.LoadBalancerTree;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacementTest {

    /** A provider of its own for each test, so that the others' devices do not count. */
    private final String driver = "driver-" + UUID.randomUUID();

    @Test
    void addressesRunOut() {
        var subnet = subnet("192.0.2.0/29");
        device(List.of(subnet));
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            taken.add(place(any(subnet)).vip().address());
        }

        assertThat(taken)
                .containsExactlyInAnyOrder(
                        "192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.5", "192.0.2.6");
        refused(any(subnet), Fault.Kind.UNAVAILABLE, "Subnet " + subnet + " has no free address left.");
    }

    @Test
    void requestsAtTheSameTimeGetDifferentAddresses() {
        var subnet = subnet("198.51.100.0/24");
        device(List.of(subnet));

        List<String> addresses = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> place(any(subnet)).vip().address()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(addresses).doesNotHaveDuplicates();
    }

    @Test
    void anAddressThatIsAskedForIsGivenOnce() {
        var subnet = subnet("203.0.113.0/24");
        device(List.of(subnet));
        var request = new VipRequest(subnet, null, null, "203.0.113.7");

        Vip vip = place(request).vip();

        assertThat(vip.address()).isEqualTo("203.0.113.7");
        assertThat(vip.portId()).isNotNull();
        refused(request, Fault.Kind.CONFLICT, "The VIP IP address is already in use: 203.0.113.7");
        refused(
                new VipRequest(subnet, null, null, "203.0.113.255"),
                Fault.Kind.INVALID,
                "Validation failure: VIP address 203.0.113.255 is not an address of subnet " + subnet);
    }

    @Test
    void anIpv6SubnetIsBigEnough() {
        var subnet = subnet("2001:db8:1::/64");
        device(List.of(subnet));

        assertThat(place(any(subnet)).vip().address()).startsWith("2001:db8:1::");
    }

    @Test
    void theLeastLoadedDeviceIsTaken() {
        var subnet = subnet("10.20.0.0/24");
        Set<UUID> devices =
                Set.of(device(List.of(subnet)).id(), device(List.of(subnet)).id());

        assertThat(Set.of(
                        place(any(subnet)).device().id(),
                        place(any(subnet)).device().id()))
                .isEqualTo(devices);
    }

    @Test
    void aDeviceThatMindsNotServesAnySubnet() {
        device(List.of());
        var unknown = UUID.randomUUID();

        assertThat(place(any(unknown)).vip().subnetId()).isEqualTo(unknown);
        var network = UUID.randomUUID();
        assertThat(place(new VipRequest(null, network, null, null)).vip().networkId())
                .isEqualTo(network);
        var port = UUID.randomUUID();
        assertThat(place(new VipRequest(null, null, port, null)).vip().portId()).isEqualTo(port);
    }

    @Test
    void saysWhyThereIsNoPlace() {
        var unknown = UUID.randomUUID();
        refused(any(unknown), Fault.Kind.INVALID, "Provider '" + driver + "' is not enabled.");

        var subnet = subnet("10.21.0.0/24");
        StoredTree.device(UUID.randomUUID().toString(), driver, List.of(subnet));
        refused(any(unknown), Fault.Kind.INVALID, "Subnet " + unknown + " not found.");
        refused(
                new VipRequest(null, null, null, null),
                Fault.Kind.INVALID,
                "Validation failure: VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id.");
        refused(
                any(subnet),
                Fault.Kind.UNAVAILABLE,
                "No device of provider '" + driver + "' is reachable and has capacity left.");
    }

    private Placement place(VipRequest request) {
        return Postgres.inTransaction(session -> {
            var placement = scheduler(session).place(driver, request);
            var root = new LoadBalancer(
                    UUID.randomUUID(),
                    "project",
                    Samples.LABELS,
                    new LoadBalancerSpec(true),
                    placement.vip(),
                    placement.device().id(),
                    driver,
                    Samples.NOW);
            new Trees(session).save(LoadBalancerTree.planted(root, Samples.NOW, Samples.DEADLINE));
            return placement;
        });
    }

    private void refused(VipRequest request, Fault.Kind kind, String words) {
        assertThatThrownBy(() -> place(request))
                .hasMessage(words)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    private Device device(List<UUID> subnets) {
        var device = StoredTree.device(UUID.randomUUID().toString(), driver, subnets);
        return Postgres.inTransaction(session -> {
            var found = new Devices(session).get(device.id());
            found.probed(new DeviceReport(true, "product", "", Samples.ALL), Samples.NOW);
            return found;
        });
    }

    private static UUID subnet(String cidr) {
        var subnet = new VipSubnet(UUID.randomUUID(), UUID.randomUUID().toString(), cidr, UUID.randomUUID());
        return Postgres.inTransaction(session -> {
            new Devices(session).addSubnet(subnet);
            return subnet.id();
        });
    }

    private static VipRequest any(UUID subnet) {
        return new VipRequest(subnet, null, null, null);
    }

    private static Scheduler scheduler(EntityManager session) {
        var devices = new Devices(session);
        return new Scheduler(devices, new VipAllocator(devices), new Settings());
    }
}
