package io.lbaas.driver.nginx;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.driver.spi.StatsBatch.Counters;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.OperatingStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What HTTP clients see while the configuration changes. */
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

    private void completes(DesiredLoadBalancer tree, long generation) {
        assertThat(Trees.apply(driver, tree, generation)).isInstanceOf(Outcome.Completed.class);
    }

    private static List<String> answers(int count) {
        return Stream.generate(() -> Load.once(VIP, PORT)).limit(count).toList();
    }

    @Test
    void members_take_turns() {
        completes(Trees.of(id, VIP, PORT, one, two), 1);
        List<String> answers = answers(4);
        assertThat(answers).containsOnly(one.name(), two.name());
        assertThat(answers.get(0)).isEqualTo(answers.get(2)).isNotEqualTo(answers.get(1));
    }

    @Test
    void members_that_are_off_or_drain_or_stand_by_get_no_requests() throws DeviceReadException {
        DesiredLoadBalancer tree = Trees.of(id, VIP, PORT, one, two);
        completes(Trees.with(tree, List.of(Trees.member(one.port(), 0, true), Trees.member(two.port(), 5, true))), 1);
        assertThat(answers(4)).containsOnly(two.name());
        assertThat(driver.health(List.of(id)).byObject())
                .containsEntry(Trees.member(one.port(), 0, true).id(), OperatingStatus.DRAINING)
                .containsEntry(Trees.member(two.port(), 0, true).id(), OperatingStatus.NO_MONITOR);
        completes(Trees.with(tree, List.of(Trees.member(one.port(), 1, true), Trees.member(two.port(), 5, false))), 2);
        assertThat(answers(4)).containsOnly(one.name());
        assertThat(driver.health(List.of(id)).byObject())
                .containsEntry(Trees.member(two.port(), 1, true).id(), OperatingStatus.OFFLINE);

        Member standBy =
                new Member(UUID.randomUUID(), new MemberSpec("127.0.0.1", two.port(), 1, true, true, null, null, null));
        completes(Trees.with(tree, List.of(Trees.member(one.port(), 1, true), standBy)), 3);
        assertThat(answers(4)).containsOnly(one.name());
        completes(Trees.with(tree, List.of(Trees.member(one.port(), 1, false), standBy)), 4);
        assertThat(answers(4)).containsOnly(two.name());
        completes(Trees.with(tree, List.of()), 5);
        assertThat(Load.once(VIP, PORT)).endsWith("status 503");
    }

    @Test
    void member_that_does_not_answer_is_passed_over() {
        completes(Trees.of(id, VIP, PORT, one, two), 1);
        two.close();
        assertThat(answers(10)).containsOnly(one.name());
    }

    @Test
    void reloads_fail_no_request() {
        completes(Trees.of(id, VIP, PORT, one, two), 1);
        try (Load load = new Load(VIP, PORT)) {
            for (int other = 1; other <= 10; other++) {
                completes(Trees.of(UUID.randomUUID(), VIP, PORT + other, one), 1);
                load.awaitAnswers(one);
            }
            load.close();
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void members_come_and_go_without_a_failed_request() {
        DesiredLoadBalancer first = Trees.of(id, VIP, PORT, one);
        completes(first, 1);
        try (Load load = new Load(VIP, PORT)) {
            for (int generation = 2; generation < 10; generation += 2) {
                completes(Trees.of(id, VIP, PORT, one, two), generation);
                load.awaitAnswers(two);
                completes(first, generation + 1);
                long answers = load.answersOf(two);
                load.awaitAnswers(one);
                assertThat(load.answersOf(two)).isCloseTo(answers, Offset.offset(4L));
            }
            load.close();
            assertThat(load.failures()).isEmpty();
        }
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
    void sources_that_are_not_allowed_get_no_answer() {
        DesiredLoadBalancer tree = Trees.of(id, VIP, PORT, one);
        completes(Trees.withListener(tree, spec -> Trees.limited(spec, -1, List.of("127.0.0.0/8"))), 1);
        assertThat(Load.once(VIP, PORT)).isEqualTo(one.name());
        completes(Trees.withListener(tree, spec -> Trees.limited(spec, -1, List.of("10.0.0.0/8"))), 2);
        assertThat(Load.once(VIP, PORT)).contains("Exception");
    }

    @Test
    void members_see_the_request_as_it_was_and_the_headers_that_were_asked_for() {
        DesiredLoadBalancer tree = Trees.of(id, VIP, PORT, one);
        Map<String, String> headers =
                Map.of("X-Forwarded-For", "true", "X-Forwarded-Port", "true", "X-Forwarded-Proto", "true");
        completes(Trees.withListener(tree, spec -> Trees.inserting(spec, headers)), 1);
        Load.once(VIP, PORT);
        assertThat(one.lastHeaders())
                .containsEntry("Host", List.of(VIP + ":" + PORT))
                .containsEntry("X-forwarded-port", List.of(Integer.toString(PORT)))
                .containsEntry("X-forwarded-proto", List.of("http"))
                .containsKey("X-forwarded-for");
    }

    @Test
    void traffic_is_counted_and_the_count_outlives_nginx_and_the_agent() throws DeviceReadException {
        completes(Trees.of(id, VIP, PORT, one), 1);
        Load.once(VIP, PORT);
        await().atMost(10, SECONDS).until(() -> counters(driver).totalConnections() == 1);
        Counters before = counters(driver);
        assertThat(before.bytesIn()).isPositive();
        assertThat(before.bytesOut()).isPositive();

        completes(Trees.of(id, VIP, PORT, two), 2);
        device.forget();
        Load.once(VIP, PORT);
        try (LoadBalancerDriver other = device.open()) {
            await().atMost(10, SECONDS).until(() -> counters(other).totalConnections() == 2);
            assertThat(counters(other).bytesIn()).isEqualTo(2 * before.bytesIn());
            assertThat(other.stats(List.of(id)).epoch())
                    .isEqualTo(driver.stats(List.of(id)).epoch());
        }
    }

    private Counters counters(LoadBalancerDriver session) throws DeviceReadException {
        return session.stats(List.of(id)).byListener().values().iterator().next();
    }
}
