package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.FailureKind;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.MonitorType;
import io.lbaas.model.OperatingStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What HAProxy does with programs of ours. */
class MetricsAndPingTest {
    private static final String VIP = "127.10.5.1";
    private static final int PORT = Ports.free();

    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();

    @AfterEach
    void stop() {
        device.close();
    }

    private static DesiredLoadBalancer withMetrics(DesiredLoadBalancer tree) {
        ListenerSpec metrics = new ListenerSpec(
                ListenerProtocol.PROMETHEUS,
                PORT + 1,
                true,
                -1,
                null,
                Map.of(),
                50_000,
                5_000,
                50_000,
                0,
                null,
                ListenerTls.NONE);
        return new DesiredLoadBalancer(
                tree.id(),
                tree.vipAddresses(),
                tree.spec(),
                Stream.concat(tree.listeners().stream(), Stream.of(new Listener(UUID.randomUUID(), metrics, List.of())))
                        .toList(),
                tree.pools());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + VIP + ":" + (PORT + 1) + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void metrics_are_those_of_the_load_balancer_and_of_no_other() throws IOException, InterruptedException {
        try (Backend backend = new Backend()) {
            DesiredLoadBalancer tree = withMetrics(Trees.of(UUID.randomUUID(), VIP, PORT, backend));
            DesiredLoadBalancer other = Trees.of(UUID.randomUUID(), VIP, PORT + 2, backend);
            assertThat(Trees.apply(driver, tree, 1)).isInstanceOf(Outcome.Completed.class);
            assertThat(Trees.apply(driver, other, 1)).isInstanceOf(Outcome.Completed.class);
            Load.once(VIP, PORT);
            UUID listener = tree.listeners().get(0).id();
            HttpResponse<String> metrics = get("/metrics");
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body())
                    .contains("haproxy_frontend_sessions_total{proxy=\"" + listener + "\"} 1\n")
                    .contains("haproxy_backend_active_servers{proxy=\""
                            + tree.pools().get(0).id() + ":" + listener + "\"} 1\n")
                    .doesNotContain(
                            other.listeners().get(0).id().toString(),
                            other.pools().get(0).id().toString());
            assertThat(get("/").statusCode()).isEqualTo(404);
        }
    }

    /** A member that is removed while HAProxy runs stays in what Lua knows. */
    @Test
    void metrics_survive_members_that_come_and_go() throws IOException, InterruptedException {
        try (Backend one = new Backend();
                Backend two = new Backend()) {
            DesiredLoadBalancer both = withMetrics(Trees.of(UUID.randomUUID(), VIP, PORT, one, two));
            assertThat(Trees.apply(driver, both, 1)).isInstanceOf(Outcome.Completed.class);
            for (int generation = 2; generation < 8; generation++) {
                int weight = generation;
                List<Member> members = generation % 2 == 0
                        ? List.of()
                        : List.of(Trees.member(one.port(), weight, true), Trees.member(two.port(), weight, true));
                assertThat(Trees.apply(driver, Trees.with(both, members), generation))
                        .isInstanceOf(Outcome.Completed.class);
                assertThat(get("/metrics").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void member_that_answers_no_pings_is_in_error() throws IOException {
        DesiredLoadBalancer tree = new TreeBuilder()
                .vip(VIP, PORT)
                .monitor(MonitorType.PING)
                .members("127.0.0.1")
                .build();
        UUID member = tree.pools().get(0).members().get(0).id();
        assertThat(Trees.apply(driver, tree, 1)).isInstanceOf(Outcome.Completed.class);
        awaitStatus(tree, member, OperatingStatus.ONLINE);
        device.answersPings(false);
        awaitStatus(tree, member, OperatingStatus.ERROR);
        device.answersPings(true);
        awaitStatus(tree, member, OperatingStatus.ONLINE);
    }

    private void awaitStatus(DesiredLoadBalancer tree, UUID member, OperatingStatus status) {
        Awaitility.await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                        driver.health(List.of(tree.id())).byObject())
                .containsEntry(member, status));
    }

    @Test
    void device_without_a_program_to_ping_with_says_so() throws IOException {
        Files.delete(device.directory().resolve("ping"));
        DesiredLoadBalancer tree =
                new TreeBuilder().vip(VIP, PORT).monitor(MonitorType.PING).build();
        assertThat(Trees.apply(driver, tree, 1))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.kind())
                        .isEqualTo(FailureKind.UNSUPPORTED));
    }
}
