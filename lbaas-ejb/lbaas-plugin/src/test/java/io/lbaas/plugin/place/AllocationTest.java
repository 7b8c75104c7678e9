package io.lbaas.plugin.place;

import static io.lbaas.plugin.place.Site.at;
import static io.lbaas.plugin.place.Site.in;
import static io.lbaas.plugin.place.Site.subnet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbaas.plugin.Postgres;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.LoadBalancers.AdditionalVip;
import io.lbaas.plugin.api.LoadBalancers.VipRequest;
import io.lbaas.plugin.api.Networks.Pool;
import io.lbaas.plugin.api.View.Vip;
import io.lbaas.plugin.rule.PlacementHints;
import io.lbaas.plugin.rule.ProfileData;
import io.lbaas.plugin.store.DeviceRooms;
import io.lbaas.plugin.store.VipNetworks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Addresses and room are given once, run out, and come back. */
class AllocationTest {

    private final Site site = new Site();

    @Test
    void addressesRunOutAndComeBack() {
        var subnet = subnet("192.0.2.0/29");
        site.device(100, subnet);
        List<Site.Placed> placed =
                IntStream.range(0, 6).mapToObj(i -> site.place(in(subnet))).toList();

        assertThat(placed)
                .extracting(Site.Placed::address)
                .containsExactlyInAnyOrder(
                        "192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.5", "192.0.2.6");
        refused(in(subnet), Fault.Kind.UNAVAILABLE, "Subnet " + subnet + " has no free address left.");

        Site.remove(placed.get(3).root());
        assertThat(site.place(in(subnet)).address()).isEqualTo(placed.get(3).address());
    }

    @Test
    void anAddressThatWasInUseIsTakenAfterAllOthers() {
        var subnet = subnet("192.0.2.64/29");
        site.device(100, subnet);
        var released = site.place(in(subnet));
        Site.remove(released.root());

        List<String> next = IntStream.range(0, 6)
                .mapToObj(i -> site.place(in(subnet)).address())
                .toList();
        assertThat(next).doesNotHaveDuplicates().endsWith(released.address());
    }

    @Test
    void requestsAtTheSameTimeGetDifferentAddresses() {
        var network = Site.network(null);
        var four = subnet(network, "a", "198.51.100.0/24", null);
        var six = subnet(network, "b", "2001:db8:51::/64", null);
        site.device(1000, four, six);
        var both = new VipRequest(four, null, null, null, List.of(new AdditionalVip(six, null)));

        List<Vip> vips = concurrently(40, () -> site.place(both)).stream()
                .flatMap(placed -> placed.placement().vips().stream())
                .toList();

        assertThat(vips).hasSize(80).extracting(Vip::address).doesNotHaveDuplicates();
        assertThat(vips).extracting(Vip::portId).doesNotHaveDuplicates();
    }

    @Test
    void ofManyThatWantTheSameAddressOneGetsIt() {
        var subnet = subnet("198.51.101.0/24");
        site.device(100, subnet);

        assertThat(concurrently(12, () -> site.place(at(subnet, "198.51.101.77"))))
                .hasSize(1);
        assertThat(concurrently(12, () -> site.place(at(subnet, "198.51.101.78"))))
                .hasSize(1);
    }

    @Test
    void anAddressThatIsAskedForIsGivenOnce() {
        var subnet = subnet(
                Site.network(null), "a", "203.0.113.0/24", "203.0.113.1", new Pool("203.0.113.10", "203.0.113.12"));
        site.device(100, subnet);

        for (String address : List.of("203.0.113.7", "203.0.113.11")) {
            assertThat(site.place(at(subnet, address)).address()).isEqualTo(address);
            refused(at(subnet, address), Fault.Kind.CONFLICT, "The VIP IP address is already in use: " + address);
        }
        for (String address : List.of("203.0.113.255", "203.0.113.1", "10.0.0.1", "2001:db8::1")) {
            refused(
                    at(subnet, address),
                    Fault.Kind.INVALID,
                    "Validation failure: VIP address " + address + " is not an address of subnet " + subnet);
        }
        Set<String> rest = new HashSet<>(
                List.of(site.place(in(subnet)).address(), site.place(in(subnet)).address()));
        assertThat(rest).containsExactlyInAnyOrder("203.0.113.10", "203.0.113.12");
        refused(in(subnet), Fault.Kind.UNAVAILABLE, "Subnet " + subnet + " has no free address left.");
    }

    @Test
    void aChangedSubnetHasItsAddressesCountedAnew() {
        var subnet = subnet(Site.network(null), "a", "203.0.114.0/24", null, new Pool("203.0.114.10", "203.0.114.11"));
        site.device(100, subnet);
        site.place(at(subnet, "203.0.114.10"));
        Postgres.inTransaction(session -> {
            var networks = new VipNetworks(session);
            var found = networks.subnet(subnet).orElseThrow();
            var old = found.request();
            found.change(new io.lbaas.plugin.api.Networks.SubnetRequest(
                    old.name(), old.cidr(), null, "203.0.114.12", List.of(new Pool("203.0.114.10", "203.0.114.13"))));
            networks.layAddresses(found);
            return null;
        });

        assertThat(List.of(
                        site.place(in(subnet)).address(), site.place(in(subnet)).address()))
                .containsExactlyInAnyOrder("203.0.114.11", "203.0.114.13");
        refused(in(subnet), Fault.Kind.UNAVAILABLE, "Subnet " + subnet + " has no free address left.");
    }

    @Test
    void anIpv6SubnetIsBigEnough() {
        var subnet = subnet("2001:db8:1::/64");
        site.device(100, subnet);

        assertThat(site.place(in(subnet)).address()).startsWith("2001:db8:1:");
    }

    @Test
    void aDeviceIsNeverOverfull() {
        var subnet = subnet("10.40.0.0/20");
        var device = site.device(40, subnet);
        var random = new Random(1);
        List<Site.Placed> held = Collections.synchronizedList(new ArrayList<>());
        for (int round = 0; round < 5; round++) {
            held.addAll(concurrently(24, () -> site.place(in(subnet))));
            assertThat(held).hasSizeLessThanOrEqualTo(40);
            assertThat(free(device.id())).isEqualTo(40 - held.size());
            Collections.shuffle(held, random);
            List<Site.Placed> leaving = new ArrayList<>(held.subList(0, held.size() / 2));
            held.removeAll(leaving);
            concurrently(leaving.size(), removal(leaving));
        }
        held.addAll(concurrently(48, () -> site.place(in(subnet))));

        assertThat(held).as("full to the last").hasSize(40);
        assertThat(free(device.id())).isZero();
        refused(
                in(subnet),
                Fault.Kind.UNAVAILABLE,
                "No device of provider '" + site.driver() + "' is reachable and has capacity left.");
    }

    @Test
    void aDeviceIsNeverFullerThanAFlavorAllows() {
        var subnet = subnet("10.43.0.0/24");
        site.device(19, subnet);
        site.device(5, subnet);
        var half = new Demand(site.driver(), null, PlacementHints.of(new ProfileData(Map.of("max_fill", "50"))));

        List<Site.Placed> placed = concurrently(24, () -> site.place(session -> half, in(subnet)));

        assertThat(placed.stream()
                        .collect(Collectors.groupingBy(Site.Placed::deviceId, Collectors.counting()))
                        .values())
                .containsExactlyInAnyOrder(9L, 2L);
    }

    @Test
    void capacityGrowsAndShrinks() {
        var subnet = subnet("10.41.0.0/24");
        var device = site.device(2, subnet);
        var first = site.place(in(subnet));
        site.place(in(subnet));
        grow(device.id(), -1);
        Site.remove(first.root());
        assertThatThrownBy(() -> site.place(in(subnet))).hasMessageContaining("capacity left");

        grow(device.id(), 100);
        assertThat(free(device.id())).isEqualTo(100);
        assertThat(site.place(in(subnet)).deviceId()).isEqualTo(device.id());
    }

    private void refused(VipRequest request, Fault.Kind kind, String words) {
        assertThatThrownBy(() -> site.place(request))
                .hasMessage(words)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    private static Supplier<Object> removal(List<Site.Placed> leaving) {
        var next = leaving.iterator();
        return () -> {
            Site.Placed placed;
            synchronized (next) {
                placed = next.next();
            }
            Site.remove(placed.root());
            return placed;
        };
    }

    private static long free(UUID deviceId) {
        return Postgres.inTransaction(session -> new DeviceRooms(session).free(deviceId));
    }

    private static void grow(UUID deviceId, int more) {
        Postgres.inTransaction(session -> {
            new DeviceRooms(session).grow(deviceId, more);
            return null;
        });
    }

    /** What came of it where it was not refused. */
    private static <T> List<T> concurrently(int times, Supplier<T> work) {
        return IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(work).exceptionally(refused -> null))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(Objects::nonNull)
                .toList();
    }
}
