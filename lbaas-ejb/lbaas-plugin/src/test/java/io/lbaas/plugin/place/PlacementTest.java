package io.lbaas.plugin.place;

import static io.lbaas.plugin.place.Site.at;
import static io.lbaas.plugin.place.Site.in;
import static io.lbaas.plugin.place.Site.subnet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.StoredTree;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.LoadBalancers.AdditionalVip;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.api.View.Vip;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which device and which subnet a load balancer gets. */
class PlacementTest {

    private final Site site = new Site();

    @Test
    void manyDevicesAreAskedAboutNoOftenerThanOne() {
        UUID subnet = Site.subnet("10.77.0.0/24");
        Site one = new Site();
        one.device(5, subnet);
        Site many = new Site();
        IntStream.range(0, 20).forEach(i -> many.device(5, subnet));

        assertThat(many.statements(Site.in(subnet))).isEqualTo(one.statements(Site.in(subnet)));
    }

    @Test
    void theLeastLoadedDeviceIsTaken() {
        var subnet = subnet("10.20.0.0/24");
        var first = site.device(2, subnet);
        var second = site.device(2, subnet);

        assertThat(List.of(place(subnet).deviceId(), place(subnet).deviceId()))
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void aDeviceThatIsRemovedInTheSameInstantIsNotTaken() {
        var subnet = subnet("10.30.0.0/24");
        var device = site.device(10, subnet);
        Postgres.inTransaction(session -> session.createNativeQuery("delete from device_room where device_id = ?1")
                .setParameter(1, device.id())
                .executeUpdate());

        refused(
                in(subnet),
                Fault.Kind.UNAVAILABLE,
                "No device of provider '" + site.driver() + "' is reachable and has capacity left.");
    }

    @Test
    void aDeviceThatMindsNotServesAnySubnet() {
        site.device(10);
        var unknown = UUID.randomUUID();

        assertThat(first(in(unknown)).subnetId()).isEqualTo(unknown);
        var network = UUID.randomUUID();
        assertThat(first(new VipRequest(null, network, null, null)).networkId()).isEqualTo(network);
        var port = UUID.randomUUID();
        assertThat(first(new VipRequest(null, null, port, null)).portId()).isEqualTo(port);
        assertThat(first(at(UUID.randomUUID(), "2001:db8:2::7")).address()).isEqualTo("2001:db8:2::7");
    }

    @Test
    void saysWhyThereIsNoPlace() {
        var unknown = UUID.randomUUID();
        refused(in(unknown), Fault.Kind.INVALID, "Provider '" + site.driver() + "' is not enabled.");

        var subnet = subnet("10.21.0.0/24");
        StoredTree.device(UUID.randomUUID().toString(), site.driver(), List.of(subnet));
        refused(in(unknown), Fault.Kind.INVALID, "Subnet " + unknown + " not found.");
        refused(new VipRequest(null, unknown, null, null), Fault.Kind.INVALID, "Network " + unknown + " not found.");
        refused(new VipRequest(null, null, unknown, null), Fault.Kind.INVALID, "Port " + unknown + " not found.");
        refused(
                new VipRequest(null, null, null, null),
                Fault.Kind.INVALID,
                "Validation failure: VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id.");
        refused(
                in(subnet),
                Fault.Kind.UNAVAILABLE,
                "No device of provider '" + site.driver() + "' is reachable and has capacity left.");
    }

    @Test
    void aNetworkOfAnotherProjectIsNotFound() {
        var network = Site.network("another");
        var subnet = subnet(network, "a", "10.22.0.0/24", null);
        site.device(10, subnet);

        refused(in(subnet), Fault.Kind.INVALID, "Subnet " + subnet + " not found.");
        refused(new VipRequest(null, network, null, null), Fault.Kind.INVALID, "Network " + network + " not found.");
    }

    @Test
    void aPortOfAnotherProjectIsNotFound() {
        var subnet = subnet("10.29.0.0/24");
        site.device(10, subnet);
        var others = Site.port(subnet, "10.29.0.9", "another").vip().portId();
        var everyones = Site.port(subnet, "10.29.0.10", null).vip();

        refused(new VipRequest(null, null, others, null), Fault.Kind.INVALID, "Port " + others + " not found.");
        assertThat(first(new VipRequest(null, null, everyones.portId(), null))).isEqualTo(everyones);
    }

    @Test
    void theSubnetOfANetworkIsChosen() {
        var network = Site.network(null);
        var six = subnet(network, "a", "2001:db8:23::/64", null);
        var small = subnet(network, "b", "10.23.0.0/30", null);
        var large = subnet(network, "c", "10.23.1.0/24", null);
        site.device(10, six, small, large);

        assertThat(first(new VipRequest(null, network, null, null)).subnetId())
                .as("first IPv4")
                .isEqualTo(small);
        assertThat(first(new VipRequest(null, network, null, "2001:db8:23::5")).subnetId())
                .as("holds the address")
                .isEqualTo(six);
        first(new VipRequest(null, network, null, null));
        assertThat(first(new VipRequest(null, network, null, null)).subnetId())
                .as("the first one is full")
                .isEqualTo(large);
        assertThat(first(new VipRequest(six, network, null, null)).networkId()).isEqualTo(network);
        refused(
                new VipRequest(null, network, null, "10.99.0.1"),
                Fault.Kind.INVALID,
                "Validation failure: Supplied network does not contain a subnet for VIP address specified.");
        var other = subnet("10.24.0.0/24");
        refused(new VipRequest(other, network, null, null), Fault.Kind.INVALID, "Subnet " + other + " not found.");
        refused(
                new VipRequest(null, Site.network(null), null, null),
                Fault.Kind.INVALID,
                "Validation failure: Supplied network does not contain a subnet.");
    }

    @Test
    void aReservedPortIsUsedOnceAtATimeAndOutlivesItsLoadBalancer() {
        var subnet = subnet("10.25.0.0/24");
        site.device(10, subnet);
        var port = Site.port(subnet, "10.25.0.9", Site.PROJECT);
        var byPort = new VipRequest(null, null, port.vip().portId(), null);
        refused(at(subnet, "10.25.0.9"), Fault.Kind.CONFLICT, "The VIP IP address is already in use: 10.25.0.9");
        refused(
                new VipRequest(null, null, port.vip().portId(), "10.25.0.10"),
                Fault.Kind.INVALID,
                "Validation failure: Specified VIP address not found on the specified VIP port.");
        var other = subnet("10.26.0.0/24");
        refused(
                new VipRequest(other, null, port.vip().portId(), null),
                Fault.Kind.INVALID,
                "Validation failure: No VIP address found on the specified VIP port within the specified subnet.");

        var placed = site.place(byPort);
        assertThat(placed.placement().vips()).containsExactly(port.vip());
        refused(
                byPort,
                Fault.Kind.INVALID,
                "Validation failure: Port " + port.vip().portId() + " is already used by device lb-"
                        + placed.root().id());
        Site.remove(placed.root());

        assertThat(first(byPort)).isEqualTo(port.vip());
    }

    @Test
    void additionalVipsAreInOtherSubnetsOfTheSameNetwork() {
        var network = Site.network(null);
        var four = subnet(network, "a", "10.27.0.0/24", null);
        var six = subnet(network, "b", "2001:db8:27::/64", null);
        var elsewhere = subnet("10.28.0.0/24");
        site.device(10, four, six, elsewhere);

        var vips = site.place(with(four, new AdditionalVip(six, "2001:DB8:27::0:7")))
                .placement()
                .vips();
        assertThat(vips).extracting(Vip::subnetId).containsExactly(four, six);
        assertThat(vips).extracting(Vip::networkId).containsOnly(network);
        assertThat(vips.get(1).address()).isEqualTo("2001:db8:27::7");
        refused(at(six, "2001:db8:27::7"), Fault.Kind.CONFLICT, "The VIP IP address is already in use: 2001:db8:27::7");

        refused(
                with(four, new AdditionalVip(four, null)),
                Fault.Kind.INVALID,
                "Validation failure: Duplicate VIP subnet(s) specified. Only one IP can be bound per subnet.");
        refused(
                with(four, new AdditionalVip(elsewhere, null)),
                Fault.Kind.INVALID,
                "Validation failure: All VIP subnets must belong to the same network.");
        var unknown = UUID.randomUUID();
        refused(with(four, new AdditionalVip(unknown, null)), Fault.Kind.INVALID, "Subnet " + unknown + " not found.");
        refused(
                with(four, new AdditionalVip(six, "nowhere")),
                Fault.Kind.INVALID,
                "Invalid input for field/attribute ip_address. Value: 'nowhere'. Value should be IPv4 or IPv6 format");
    }

    private Site.Placed place(UUID subnet) {
        return site.place(in(subnet));
    }

    private Vip first(VipRequest request) {
        return site.place(request).placement().vips().get(0);
    }

    private static VipRequest with(UUID subnet, AdditionalVip... more) {
        return new VipRequest(subnet, null, null, null, List.of(more));
    }

    private void refused(VipRequest request, Fault.Kind kind, String words) {
        assertThatThrownBy(() -> site.place(request))
                .hasMessage(words)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }
}
