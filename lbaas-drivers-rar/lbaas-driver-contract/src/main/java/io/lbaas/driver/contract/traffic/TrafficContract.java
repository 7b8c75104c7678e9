package io.lbaas.driver.contract.traffic;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.OperatingStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What HTTP clients see while the configuration changes.
 *
 * @param <D> the device
 */
public abstract class TrafficContract<D extends ServingDevice> extends TrafficFixture<D> {
    private static final int ROUNDS = 4;

    private List<String> answers(int count) {
        return Stream.generate(this::ask).limit(count).toList();
    }

    private static Member member(Backend backend, int weight, boolean adminStateUp) {
        return Trees.member(backend.port(), weight, adminStateUp);
    }

    private Map<UUID, OperatingStatus> health() throws DeviceReadException {
        return driver.health(List.of(id)).byObject();
    }

    @Test
    void members_take_turns() {
        completes(tree(one, two), 1);
        List<String> answers = answers(4);
        assertThat(answers).containsOnly(one.name(), two.name());
        assertThat(answers.get(0)).isEqualTo(answers.get(2)).isNotEqualTo(answers.get(1));
    }

    @Test
    void members_that_are_off_or_drain_or_stand_by_get_no_requests() throws DeviceReadException {
        DesiredLoadBalancer tree = tree(one, two);
        completes(Trees.with(tree, List.of(member(one, 0, true), member(two, 5, true))), 1);
        assertThat(answers(4)).containsOnly(two.name());
        assertThat(health()).containsEntry(member(one, 0, true).id(), OperatingStatus.NO_MONITOR);
        assertThat(health()).containsEntry(member(two, 5, true).id(), OperatingStatus.NO_MONITOR);
        completes(Trees.with(tree, List.of(member(one, 1, true), member(two, 5, false))), 2);
        assertThat(answers(4)).containsOnly(one.name());
        assertThat(health()).containsEntry(member(two, 1, true).id(), OperatingStatus.OFFLINE);

        Member standBy =
                new Member(UUID.randomUUID(), new MemberSpec("127.0.0.1", two.port(), 1, true, true, null, null, null));
        completes(Trees.with(tree, List.of(member(one, 1, true), standBy)), 3);
        assertThat(answers(4)).containsOnly(one.name());
        completes(Trees.with(tree, List.of(member(one, 1, false), standBy)), 4);
        assertThat(answers(4)).containsOnly(two.name());
        completes(Trees.with(tree, List.of()), 5);
        assertThat(ask()).endsWith("status 503");
    }

    @Test
    void changes_of_others_fail_no_request() {
        completes(tree(one, two), 1);
        try (Load load = new Load(VIP, port)) {
            for (int other = 1; other <= 10; other++) {
                completes(other(other, one), 1);
                load.awaitAnswers(one);
            }
            load.close();
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void members_come_and_go_without_a_failed_request() {
        DesiredLoadBalancer first = monitored(tree(one));
        DesiredLoadBalancer both = Trees.with(first, List.of(member(one, 1, true), member(two, 1, true)));
        completes(first, 1);
        try (Load load = new Load(VIP, port)) {
            for (int round = 1; round <= ROUNDS; round++) {
                completes(both, 2L * round);
                load.awaitAnswers(two);
                completes(first, 2L * round + 1);
                long answers = load.answersOf(two);
                load.awaitAnswers(one);
                assertThat(load.answersOf(two) - answers).isLessThanOrEqualTo(4);
            }
            load.close();
            assertThat(load.failures()).isEmpty();
        }
    }

    private DesiredLoadBalancer monitored(DesiredLoadBalancer tree) {
        return can.monitorTypes().contains(MonitorType.TCP) ? Trees.checked(tree) : tree;
    }

    @Test
    void address_moves_from_one_load_balancer_to_another_in_one_batch() {
        completes(tree(one), 1);
        List<Outcome> outcomes = driver.apply(
                List.of(Trees.change(other(0, two), 1), Trees.change(Trees.of(id, VIP, port + 1, one), 2)));
        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Completed.class);
        assertThat(ask()).isEqualTo(two.name());
        assertThat(ask(1)).isEqualTo(one.name());
    }

    @Test
    void sources_that_are_not_allowed_get_no_answer() {
        DesiredLoadBalancer tree = tree(one);
        completes(Trees.withListener(tree, spec -> Trees.limited(spec, -1, List.of("127.0.0.0/8"))), 1);
        assertThat(ask()).isEqualTo(one.name());
        completes(Trees.withListener(tree, spec -> Trees.limited(spec, -1, List.of("10.0.0.0/8"))), 2);
        assertThat(ask()).contains("Exception").doesNotContain("status");
    }

    @Test
    void members_see_the_request_as_it_was_and_the_headers_that_were_asked_for() {
        Map<String, String> headers =
                Map.of("X-Forwarded-For", "true", "X-Forwarded-Port", "true", "X-Forwarded-Proto", "true");
        completes(Trees.withListener(tree(one), spec -> Trees.inserting(spec, headers)), 1);
        ask();
        assertThat(one.lastHeaders())
                .containsEntry("Host", List.of(VIP + ":" + port))
                .containsEntry("X-forwarded-port", List.of(Integer.toString(port)))
                .containsEntry("X-forwarded-proto", List.of("http"))
                .containsKey("X-forwarded-for");
    }

    @Test
    void health_tells_members_that_are_down_and_a_change_of_others_does_not_forget_it() throws DeviceReadException {
        assumeTrue(can.monitorTypes().contains(MonitorType.TCP), "The device checks no members");
        DesiredLoadBalancer tree = Trees.checked(tree(one, two));
        completes(tree, 1);
        two.close();
        UUID down = member(two, 1, true).id();
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(health())
                .containsEntry(down, OperatingStatus.ERROR)
                .containsEntry(tree.pools().get(0).id(), OperatingStatus.DEGRADED)
                .containsEntry(id, OperatingStatus.DEGRADED)
                .containsEntry(tree.listeners().get(0).id(), OperatingStatus.ONLINE));
        completes(other(1, one), 1);
        assertThat(health()).containsEntry(down, OperatingStatus.ERROR);
    }

    @Test
    void traffic_is_counted_and_the_count_outlives_a_change_and_the_agent() throws DeviceReadException {
        completes(tree(one), 1);
        ask();
        await().atMost(10, SECONDS).until(() -> counters(driver).totalConnections() == 1);
        Counters before = counters(driver);
        assertThat(before.bytesIn()).isPositive();
        assertThat(before.bytesOut()).isPositive();

        completes(tree(two), 2);
        device.forget();
        ask();
        try (LoadBalancerDriver next = device.open()) {
            await().atMost(10, SECONDS).until(() -> counters(next).totalConnections() == 2);
            assertThat(counters(next).bytesIn()).isEqualTo(2 * before.bytesIn());
            assertThat(next.stats(List.of(id)).epoch())
                    .isEqualTo(driver.stats(List.of(id)).epoch());
        }
    }

    private Counters counters(LoadBalancerDriver session) throws DeviceReadException {
        return session.stats(List.of(id)).byListener().values().iterator().next();
    }
}
