package io.lbaas.driver.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.Segment;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.spi.Change;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * VIPs that the driver adds to another host over SSH, with this machine as a client on the same network.
 *
 * @param <D> the device
 */
public abstract class VipPlumbingContract<D extends RealDevice<?>> {
    protected static final String VIP = Segment.free(1);
    protected static final String VIP6 = Segment.free6(1);
    protected static final int PORT = 8080;
    protected static final Map<String, String> ON_ETH0 = Map.of("vip-plumbing", "interface", "interface", "eth0");

    private static final Map<String, String> ON_ETH7 = Map.of("vip-plumbing", "interface", "interface", "eth7");

    /** A network with the hosts {@code lb1} and {@code lb2}. */
    protected static Segment segment;

    private static SshServer server;

    /** A device on {@code lb1}. */
    protected D here;

    /** A device behind SSH. */
    protected abstract D device(SshServer host, Map<String, String> settings);

    @BeforeAll
    static void start() {
        segment = new Segment("lb1", "lb2");
        server = SshServer.start("lb1", segment.address("lb1"));
    }

    @AfterAll
    static void end() {
        if (segment != null) {
            server.close();
            segment.close();
        }
    }

    @BeforeEach
    final void openDevice() {
        here = device(server, ON_ETH0);
    }

    @AfterEach
    final void closeDevice() {
        here.close();
    }

    protected static DesiredLoadBalancer tree(UUID id, int port, String... addresses) {
        DesiredLoadBalancer tree =
                new TreeBuilder().id(id).vip(addresses[0], port).build();
        return new DesiredLoadBalancer(tree.id(), List.of(addresses), tree.spec(), tree.listeners(), tree.pools());
    }

    private Outcome make(D device, Change change) {
        try (LoadBalancerDriver driver = device.open()) {
            return driver.apply(List.of(change)).get(0);
        }
    }

    protected final void completes(D device, DesiredLoadBalancer tree, long generation) {
        assertThat(make(device, Trees.change(tree, generation))).isInstanceOf(Outcome.Completed.class);
    }

    protected final void removes(D device, UUID id, long generation) {
        Change removal = new Change.Remove(id, generation, Instant.now().plusSeconds(20));
        assertThat(make(device, removal)).isInstanceOf(Outcome.Completed.class);
    }

    /** The members are not there, so that the device answers itself. */
    protected static void serves(String address, int port) {
        assertThat(Load.once(address.contains(":") ? "[" + address + "]" : address, port))
                .contains("status 50");
    }

    @Test
    void addresses_of_both_families_are_reached_and_go_with_the_load_balancer() {
        UUID id = UUID.randomUUID();
        completes(here, tree(id, PORT, VIP, VIP6), 1);
        serves(VIP, PORT);
        serves(VIP6, PORT);
        removes(here, id, 2);
        assertThat(segment.addresses("lb1"))
                .doesNotContain(VIP + "/", VIP6 + "/")
                .contains(segment.address("lb1"));
    }

    @Test
    void address_that_several_need_is_there_once_and_as_long_as_one_does() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        completes(here, tree(one, PORT, VIP), 1);
        completes(here, tree(other, PORT + 1, VIP), 1);
        assertThat(segment.addresses("lb1").split(VIP + "/32", -1)).hasSize(2);
        removes(here, one, 2);
        serves(VIP, PORT + 1);
        removes(here, other, 2);
        assertThat(segment.addresses("lb1")).doesNotContain(VIP + "/");
    }

    @Test
    void address_that_was_taken_away_is_seen_and_put_back() throws DeviceReadException {
        DesiredLoadBalancer tree = tree(UUID.randomUUID(), PORT, VIP);
        completes(here, tree, 1);
        Segment.ip("-n", "lb1", "address", "del", VIP + "/32", "dev", "eth0");
        try (LoadBalancerDriver driver = here.open()) {
            assertThat(driver.observe(tree.id()).intact()).isFalse();
            completes(here, tree, 1);
            assertThat(driver.observe(tree.id()).intact()).isTrue();
        }
        serves(VIP, PORT);
    }

    @Test
    void neighbours_are_told_again_where_all_is_as_it_should_be() {
        DesiredLoadBalancer tree = tree(UUID.randomUUID(), PORT, VIP, VIP6);
        completes(here, tree, 1);
        // It tells them three times, a second apart.
        await().until(() -> !segment.runs("lb1", "arping"));
        List<String> addresses = List.of(VIP, VIP6);
        addresses.forEach(address -> segment.mislead(address, "lb2"));
        completes(here, tree, 1);
        addresses.forEach(
                address -> await().until(() -> segment.neighbour(address).equals(segment.linkAddress("lb1"))));
    }

    @Test
    void interface_that_is_not_there_is_told() {
        try (D wrong = device(server, ON_ETH7);
                LoadBalancerDriver driver = wrong.open()) {
            assertThat(driver.probe().reachable()).isFalse();
            assertThat(driver.probe().message()).contains("eth7");
        }
    }

    @Test
    void address_that_the_host_refuses_fails_the_load_balancers_that_need_it_in_its_words() {
        DesiredLoadBalancer good = tree(UUID.randomUUID(), PORT, VIP);
        // A multicast address is no host's.
        DesiredLoadBalancer bad = tree(UUID.randomUUID(), PORT + 1, "ff02::99");
        try (LoadBalancerDriver driver = here.open()) {
            List<Outcome> outcomes = driver.apply(List.of(Trees.change(good, 1), Trees.change(bad, 1)));
            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Completed.class);
            assertThat(outcomes.get(1)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
                assertThat(failed.message()).contains("ff02");
            });
        }
    }
}
