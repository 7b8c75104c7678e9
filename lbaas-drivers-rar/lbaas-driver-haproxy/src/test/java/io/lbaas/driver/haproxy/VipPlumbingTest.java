package io.lbaas.driver.haproxy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.Segment;
import io.lbaas.driver.contract.SshServer;
import io.lbaas.driver.contract.traffic.VipPlumbingContract;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** VIPs that the driver adds to other hosts with a real HAProxy. */
class VipPlumbingTest extends VipPlumbingContract<TestDevice> {
    private static SshServer second;

    @BeforeAll
    static void startSecond() {
        second = SshServer.start("lb2", segment.address("lb2"));
    }

    @AfterAll
    static void endSecond() {
        if (second != null) {
            second.close();
        }
    }

    @Override
    protected TestDevice device(SshServer host, Map<String, String> settings) {
        return new TestDevice(host, settings);
    }

    @Test
    void neighbours_learn_at_once_where_an_address_went() {
        UUID id = UUID.randomUUID();
        completes(here, tree(id, PORT, VIP, VIP6), 1);
        serves(VIP, PORT);
        serves(VIP6, PORT);
        assertThat(segment.neighbour(VIP)).isEqualTo(segment.linkAddress("lb1"));
        assertThat(segment.neighbour(VIP6)).isEqualTo(segment.linkAddress("lb1"));
        try (TestDevice there = device(second, ON_ETH0)) {
            completes(there, tree(id, PORT, VIP, VIP6), 1);
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(segment.neighbour(VIP)).isEqualTo(segment.linkAddress("lb2")));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(segment.neighbour(VIP6)).isEqualTo(segment.linkAddress("lb2")));
            removes(here, id, 1);
            serves(VIP, PORT);
            serves(VIP6, PORT);
            removes(there, id, 2);
        }
    }

    @Test
    void address_of_somebody_else_is_used_and_left() {
        // Nobody tells the network of it, which must not remember another host by it.
        String theirs = Segment.free(2);
        UUID id = UUID.randomUUID();
        Segment.ip("-n", "lb1", "address", "add", theirs + "/32", "dev", "eth0");
        try {
            completes(here, tree(id, PORT, theirs), 1);
            serves(theirs, PORT);
            removes(here, id, 2);
            assertThat(segment.addresses("lb1")).contains(theirs + "/32");
        } finally {
            Segment.ip("-n", "lb1", "address", "del", theirs + "/32", "dev", "eth0");
        }
    }

    @Test
    void address_that_is_led_to_the_device_is_bound_without_being_there() {
        try (TestDevice transparent = device(second, Map.of("vip-plumbing", "transparent"))) {
            completes(transparent, tree(UUID.randomUUID(), PORT, VIP, VIP6), 1);
            assertThat(segment.addresses("lb2")).doesNotContain(VIP + "/");
            Segment.ip("route", "add", VIP + "/32", "via", segment.address("lb2"));
            Segment.ip("-n", "lb2", "route", "add", "local", VIP + "/32", "dev", "lo");
            try {
                serves(VIP, PORT);
            } finally {
                Segment.ip("-n", "lb2", "route", "del", "local", VIP + "/32", "dev", "lo");
                Segment.ip("route", "del", VIP + "/32");
            }
        }
    }
}
