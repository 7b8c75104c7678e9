package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.Processes;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.model.DesiredLoadBalancer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counters never go back. */
class StatisticsTest {
    private static final String VIP = "127.10.7.1";
    private static final int PORT = Ports.free();

    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final Backend backend = new Backend();
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void stop() {
        device.close();
        backend.close();
    }

    private void completes(DesiredLoadBalancer tree) {
        assertThat(Trees.apply(driver, tree, 1)).isInstanceOf(Outcome.Completed.class);
    }

    private StatsBatch stats() {
        try {
            return driver.stats(List.of(id));
        } catch (DeviceReadException e) {
            throw new AssertionError(e);
        }
    }

    private static Counters only(StatsBatch batch) {
        assertThat(batch.byListener()).hasSize(1);
        return batch.byListener().values().iterator().next();
    }

    private void requests(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(Load.once(VIP, PORT)).isEqualTo(backend.name());
        }
    }

    private void reload(int number) throws IOException {
        String before = device.process();
        completes(Trees.of(UUID.randomUUID(), VIP, PORT + number, backend));
        assertThat(device.process()).isNotEqualTo(before);
    }

    @Test
    void counters_go_on_across_reloads() throws IOException {
        completes(Trees.of(id, VIP, PORT, backend));
        requests(3);
        StatsBatch first = stats();
        assertThat(only(first).totalConnections()).isEqualTo(3);
        for (int number = 1; number <= 3; number++) {
            reload(number);
            assertThat(only(stats()).bytesOut())
                    .isGreaterThanOrEqualTo(only(first).bytesOut());
            requests(1);
        }
        StatsBatch last = stats();
        assertThat(last.epoch()).isEqualTo(first.epoch());
        assertThat(only(last).totalConnections()).isEqualTo(6);
        assertThat(only(last).bytesOut()).isEqualTo(2 * only(first).bytesOut());
    }

    /** A connection that outlives the worker that took it is counted as long as it is there, and remembered after. */
    @Test
    void former_workers_go_on_counting() throws IOException {
        completes(Trees.of(id, VIP, PORT, backend));
        try (Socket client = new Socket(VIP, PORT)) {
            client.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().untilAsserted(() -> assertThat(only(stats()).activeConnections())
                    .isEqualTo(1));
            reload(1);
            reload(2);
            // The master does not answer at once after a reload.
            Awaitility.await().untilAsserted(() -> assertThat(only(stats()))
                    .extracting(Counters::activeConnections, Counters::totalConnections)
                    .containsExactly(1L, 1L));
            client.getOutputStream().write("Host: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().read()).isEqualTo('H');
        }
        Awaitility.await().untilAsserted(() -> assertThat(only(stats()).activeConnections())
                .isZero());
        assertThat(only(stats()).totalConnections()).isEqualTo(1);
    }

    @Test
    void counters_go_on_where_haproxy_died() throws IOException {
        completes(Trees.of(id, VIP, PORT, backend));
        requests(2);
        StatsBatch before = stats();
        Processes.kill(device.master().orElseThrow());
        Awaitility.await().until(() -> device.open().probe().reachable());
        assertThat(only(stats()).totalConnections()).isEqualTo(2);
        requests(1);
        assertThat(stats().epoch()).isEqualTo(before.epoch());
        assertThat(only(stats()).totalConnections()).isEqualTo(3);
    }
}
