package io.lbaas.driver.haproxy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.Segment;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.Load;
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

/** VIPs that the driver adds to other hosts over SSH, with this machine as a client on the same network. */
class VipPlumbingTest {
    private static final String VIP = Segment.free(1);
    private static final String VIP6 = Segment.free6(1);
    private static final int PORT = 8080;
    private static final Map<String, String> ON_ETH0 = Map.of("vip-plumbing", "interface", "interface", "eth0");

    private static Segment segment;
    private static SshServer first;
    private static SshServer second;

    private TestDevice here;
    private TestDevice there;

    @BeforeAll
    static void start() {
        segment = new Segment("lb1", "lb2");
        first = SshServer.start("lb1", segment.address("lb1"));
        second = SshServer.start("lb2", segment.address("lb2"));
    }

    @AfterAll
    static void end() {
        if (segment != null) {
            first.close();
            second.close();
            segment.close();
        }
    }

    @BeforeEach
    void open() {
        here = new TestDevice(first, ON_ETH0);
        there = new TestDevice(second, ON_ETH0);
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
    }

    private static DesiredLoadBalancer tree(UUID id, int port, String... addresses) {
        DesiredLoadBalancer tree =
                new TreeBuilder().id(id).vip(addresses[0], port).build();
        return new DesiredLoadBalancer(tree.id(), List.of(addresses), tree.spec(), tree.listeners(), tree.pools());
    }

    private static Outcome make(TestDevice device, Change change) {
        try (LoadBalancerDriver driver = device.open()) {
            return driver.apply(List.of(change)).get(0);
        }
    }

    private static void completes(TestDevice device, DesiredLoadBalancer tree, long generation) {
        assertThat(make(device, new Change.Apply(tree, generation, Instant.now().plusSeconds(20))))
                .isInstanceOf(Outcome.Completed.class);
    }

    private static void removes(TestDevice device, UUID id, long generation) {
        assertThat(make(device, new Change.Remove(id, generation, Instant.now().plusSeconds(20))))
                .isInstanceOf(Outcome.Completed.class);
    }

    /** The members are not there, so that HAProxy answers itself. */
    private static void serves(String address, int port) {
        assertThat(Load.once(address.contains(":") ? "[" + address + "]" : address, port))
                .contains("503");
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
    void neighbours_learn_at_once_where_an_address_went() {
        UUID id = UUID.randomUUID();
        completes(here, tree(id, PORT, VIP, VIP6), 1);
        serves(VIP, PORT);
        serves(VIP6, PORT);
        assertThat(segment.neighbour(VIP)).isEqualTo(segment.linkAddress("lb1"));
        assertThat(segment.neighbour(VIP6)).isEqualTo(segment.linkAddress("lb1"));
        completes(there, tree(id, PORT, VIP, VIP6), 1);
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(segment.neighbour(VIP)).isEqualTo(segment.linkAddress("lb2")));
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(segment.neighbour(VIP6)).isEqualTo(segment.linkAddress("lb2")));
        removes(here, id, 1);
        serves(VIP, PORT);
        serves(VIP6, PORT);
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
    void address_of_somebody_else_is_used_and_left() {
        UUID id = UUID.randomUUID();
        Segment.ip("-n", "lb1", "address", "add", VIP + "/32", "dev", "eth0");
        try {
            completes(here, tree(id, PORT, VIP), 1);
            serves(VIP, PORT);
            removes(here, id, 2);
            assertThat(segment.addresses("lb1")).contains(VIP + "/32");
        } finally {
            Segment.ip("-n", "lb1", "address", "del", VIP + "/32", "dev", "eth0");
        }
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
    void interface_that_is_not_there_is_told() {
        try (TestDevice wrong = new TestDevice(first, Map.of("vip-plumbing", "interface", "interface", "eth7"))) {
            try (LoadBalancerDriver driver = wrong.open()) {
                assertThat(driver.probe().reachable()).isFalse();
                assertThat(driver.probe().message()).contains("eth7");
            }
        }
    }

    @Test
    void address_that_the_host_refuses_fails_the_load_balancers_that_need_it_in_its_words() {
        UUID good = UUID.randomUUID();
        // A multicast address is no host's.
        DesiredLoadBalancer bad = tree(UUID.randomUUID(), PORT + 1, "ff02::99");
        try (LoadBalancerDriver driver = here.open()) {
            Instant deadline = Instant.now().plusSeconds(20);
            List<Outcome> outcomes = driver.apply(
                    List.of(new Change.Apply(tree(good, PORT, VIP), 1, deadline), new Change.Apply(bad, 1, deadline)));
            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Completed.class);
            assertThat(outcomes.get(1)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.kind()).isEqualTo(FailureKind.DEVICE_REFUSED);
                assertThat(failed.message()).contains("ff02");
            });
        }
    }

    @Test
    void address_that_is_led_to_the_device_is_bound_without_being_there() {
        try (TestDevice transparent = new TestDevice(second, Map.of("vip-plumbing", "transparent"))) {
            completes(transparent, tree(UUID.randomUUID(), PORT, VIP, VIP6), 1);
            assertThat(segment.addresses("lb2")).doesNotContain(VIP + "/");
            Segment.ip("route", "add", VIP + "/32", "via", segment.address("lb2"));
            Segment.ip("-n", "lb2", "route", "add", "local", VIP + "/32", "dev", "lo");
            try {
                serves(VIP, PORT);
            } finally {
                Segment.ip("route", "del", VIP + "/32");
            }
        }
    }
}
