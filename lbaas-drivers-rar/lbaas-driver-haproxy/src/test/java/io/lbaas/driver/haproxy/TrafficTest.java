package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.haproxy.runtime.Worker;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.OperatingStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients see while the configuration changes. */
class TrafficTest {
    private static final String VIP = "127.10.1.1";
    private static final int PORT = Ports.free();

    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final Backend one = new Backend();
    private final Backend two = new Backend();
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void stop() {
        device.close();
        one.close();
        two.close();
    }

    private String epoch() throws IOException {
        return new Worker(device.host(), device.settings())
                .identity(Instant.now().plusSeconds(5))
                .epoch();
    }

    private void completes(DesiredLoadBalancer tree, long generation) {
        assertThat(Trees.apply(driver, tree, generation)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void members_take_turns() {
        completes(Trees.of(id, VIP, PORT, one, two), 1);
        List<String> answers =
                List.of(Load.once(VIP, PORT), Load.once(VIP, PORT), Load.once(VIP, PORT), Load.once(VIP, PORT));
        assertThat(answers).containsOnly(one.name(), two.name());
        assertThat(answers.get(0)).isEqualTo(answers.get(2)).isNotEqualTo(answers.get(1));
    }

    @Test
    void members_come_and_go_without_a_failed_request() {
        DesiredLoadBalancer first = Trees.checked(Trees.of(id, VIP, PORT, one));
        completes(first, 1);
        try (Load load = new Load(VIP, PORT)) {
            for (int generation = 2; generation < 12; generation += 2) {
                completes(
                        Trees.with(
                                first, List.of(Trees.member(one.port(), 1, true), Trees.member(two.port(), 1, true))),
                        generation);
                load.awaitAnswers(two);
                completes(first, generation + 1);
                load.awaitAnswers(one);
            }
            load.close();
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void members_come_and_go_without_a_reload() throws IOException {
        DesiredLoadBalancer first = Trees.checked(Trees.of(id, VIP, PORT, one));
        DesiredLoadBalancer both =
                Trees.with(first, List.of(Trees.member(one.port(), 1, true), Trees.member(two.port(), 1, true)));
        completes(first, 1);
        String epoch = epoch();
        completes(both, 2);
        completes(first, 3);
        completes(both, 4);
        assertThat(List.of(Load.once(VIP, PORT), Load.once(VIP, PORT))).containsOnlyOnce(one.name(), two.name());
        assertThat(epoch()).isEqualTo(epoch);
    }

    @Test
    void weight_and_admin_state_change_without_a_reload() throws IOException, DeviceReadException {
        DesiredLoadBalancer tree = Trees.of(id, VIP, PORT, one, two);
        completes(tree, 1);
        String epoch = epoch();
        completes(Trees.with(tree, List.of(Trees.member(one.port(), 0, true), Trees.member(two.port(), 5, true))), 2);
        assertThat(List.of(Load.once(VIP, PORT), Load.once(VIP, PORT))).containsOnly(two.name());
        completes(Trees.with(tree, List.of(Trees.member(one.port(), 1, true), Trees.member(two.port(), 5, false))), 3);
        assertThat(List.of(Load.once(VIP, PORT), Load.once(VIP, PORT))).containsOnly(one.name());
        assertThat(driver.health(List.of(id)).byObject())
                .containsEntry(Trees.member(two.port(), 1, true).id(), OperatingStatus.OFFLINE);
        assertThat(epoch()).isEqualTo(epoch);
    }

    @Test
    void reloads_fail_no_request() throws IOException {
        completes(Trees.of(id, VIP, PORT, one, two), 1);
        String epoch = epoch();
        try (Load load = new Load(VIP, PORT)) {
            for (int other = 1; other <= 10; other++) {
                completes(Trees.of(UUID.randomUUID(), VIP, PORT + other, one), 1);
                load.awaitAnswers(one);
            }
            load.close();
            assertThat(load.failures()).isEmpty();
        }
        assertThat(epoch()).isNotEqualTo(epoch);
    }

    @Test
    void second_load_balancer_on_an_address_is_refused_in_the_vendors_words_and_the_first_goes_on()
            throws DeviceReadException {
        completes(Trees.of(id, VIP, PORT, one), 1);
        DesiredLoadBalancer second = Trees.of(UUID.randomUUID(), VIP, PORT, two);
        try (Load load = new Load(VIP, PORT)) {
            assertThat(Trees.apply(driver, second, 1)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.kind()).isEqualTo(FailureKind.CONFLICT);
                assertThat(failed.message())
                        .contains("cannot bind socket (Address already in use)", VIP + ":" + PORT)
                        .doesNotContain(device.directory().toString());
                assertThat(failed.blamed())
                        .containsOnlyKeys(new ObjectRef(
                                ObjectType.LISTENER, second.listeners().get(0).id()));
            });
            load.awaitAnswers(one);
            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(load.answersOf(two)).isZero();
        }
        assertThat(driver.observe(second.id()).present()).isFalse();
    }

    @Test
    void address_moves_from_one_load_balancer_to_another_in_one_batch() {
        completes(Trees.of(id, VIP, PORT, one), 1);
        List<Outcome> outcomes = driver.apply(List.of(
                Trees.change(Trees.of(UUID.randomUUID(), VIP, PORT, two), 1),
                Trees.change(Trees.of(id, VIP, PORT + 1, one), 2)));
        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Completed.class);
        assertThat(Load.once(VIP, PORT)).isEqualTo(two.name());
        assertThat(Load.once(VIP, PORT + 1)).isEqualTo(one.name());
    }

    @Test
    void health_tells_members_that_are_down_and_a_reload_does_not_forget_it() throws DeviceReadException {
        DesiredLoadBalancer tree = Trees.checked(Trees.of(id, VIP, PORT, one, two));
        completes(tree, 1);
        two.close();
        UUID down = Trees.member(two.port(), 1, true).id();
        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                        driver.health(List.of(id)).byObject())
                .containsEntry(down, OperatingStatus.ERROR)
                .containsEntry(tree.pools().get(0).id(), OperatingStatus.DEGRADED)
                .containsEntry(id, OperatingStatus.DEGRADED)
                .containsEntry(tree.listeners().get(0).id(), OperatingStatus.ONLINE));
        completes(Trees.of(UUID.randomUUID(), VIP, PORT + 1, one), 1);
        assertThat(driver.health(List.of(id)).byObject()).containsEntry(down, OperatingStatus.ERROR);
    }

    @Test
    void traffic_is_counted() throws DeviceReadException {
        completes(Trees.of(id, VIP, PORT, one), 1);
        Load.once(VIP, PORT);
        assertThat(driver.stats(List.of(id)).byListener().values())
                .singleElement()
                .satisfies(counters -> {
                    assertThat(counters.totalConnections()).isEqualTo(1);
                    assertThat(counters.bytesIn()).isPositive();
                    assertThat(counters.bytesOut()).isPositive();
                });
    }
}
