package io.lbaas.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.Backend;
import io.lbaas.driver.contract.traffic.Load;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.HealthMonitor;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.HttpMethod;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.OperatingStatus;
import io.lbaas.model.PoolProtocol;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What traffic makes of attributes that are one word of configuration each. */
class FeatureTest {
    private static final String VIP = "127.10.2.1";
    private static final int PORT = Ports.free();

    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final Backend one = new Backend();
    private final Backend two = new Backend();
    private final UUID id = UUID.randomUUID();
    private long generation;

    @AfterEach
    void stop() {
        device.close();
        one.close();
        two.close();
    }

    private void completes(DesiredLoadBalancer tree) {
        generation++;
        assertThat(Trees.apply(driver, tree, generation)).isInstanceOf(Outcome.Completed.class);
    }

    private DesiredLoadBalancer tree(List<String> vips, Member... members) {
        DesiredLoadBalancer tree = new TreeBuilder().id(id).vip(VIP, PORT).build();
        Pool pool = tree.pools().get(0);
        return new DesiredLoadBalancer(
                id,
                vips,
                tree.spec(),
                tree.listeners(),
                List.of(new Pool(pool.id(), pool.spec(), List.of(members), null)));
    }

    private static Member member(String address, int port, boolean backup) {
        return new Member(
                new UUID(port, backup ? 1 : 0), new MemberSpec(address, port, 1, backup, true, null, null, null));
    }

    private void awaitStatus(UUID object, OperatingStatus status) {
        Awaitility.await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> assertThat(health())
                .containsEntry(object, status));
    }

    private Map<UUID, OperatingStatus> health() throws DeviceReadException {
        return driver.health(List.of(id)).byObject();
    }

    @Test
    void every_vip_serves_also_in_the_other_family() {
        completes(tree(List.of(VIP, "127.10.2.2", "::1"), member("127.0.0.1", one.port(), false)));
        assertThat(List.of(Load.once(VIP, PORT), Load.once("127.10.2.2", PORT), Load.once("[::1]", PORT)))
                .containsOnly(one.name());
    }

    @Test
    void member_may_have_an_ipv6_address() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getAllByName("::1")[0])) {
            DesiredLoadBalancer tree = new TreeBuilder()
                    .id(id)
                    .vip(VIP, PORT)
                    .protocols(ListenerProtocol.TCP, PoolProtocol.TCP)
                    .build();
            completes(Trees.with(tree, List.of(member("::1", server.getLocalPort(), false))));
            try (Socket client = new Socket(VIP, PORT);
                    Socket accepted = server.accept()) {
                assertThat(accepted.getLocalAddress()).isEqualTo(InetAddress.getAllByName("::1")[0]);
            }
        }
    }

    @Test
    void backup_serves_when_no_other_does() {
        DesiredLoadBalancer tree = Trees.checked(
                tree(List.of(VIP), member("127.0.0.1", one.port(), false), member("127.0.0.1", two.port(), true)));
        completes(tree);
        assertThat(List.of(Load.once(VIP, PORT), Load.once(VIP, PORT))).containsOnly(one.name());
        one.close();
        awaitStatus(new UUID(one.port(), 0), OperatingStatus.ERROR);
        assertThat(List.of(Load.once(VIP, PORT), Load.once(VIP, PORT))).containsOnly(two.name());
    }

    @ParameterizedTest
    @EnumSource(names = {"PROXY", "PROXYV2"})
    void members_are_told_who_the_client_is(PoolProtocol protocol) throws IOException {
        String begin = protocol == PoolProtocol.PROXY ? "PROXY TCP4 127.0.0.1 127.10.2.1 " : "\r\n\r\n\0\r\nQUIT\n";
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DesiredLoadBalancer tree = new TreeBuilder()
                    .id(id)
                    .vip(VIP, PORT)
                    .protocols(ListenerProtocol.TCP, protocol)
                    .build();
            completes(Trees.with(tree, List.of(member("127.0.0.1", server.getLocalPort(), false))));
            try (Socket client = new Socket(VIP, PORT);
                    Socket accepted = server.accept()) {
                byte[] bytes = accepted.getInputStream().readNBytes(begin.length());
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).isEqualTo(begin);
            }
        }
    }

    @Test
    void draining_member_gets_no_new_clients_and_says_so() {
        DesiredLoadBalancer tree = Trees.checked(Trees.of(id, VIP, PORT, one, two));
        completes(Trees.with(tree, List.of(Trees.member(one.port(), 0, true), Trees.member(two.port(), 1, true))));
        assertThat(List.of(Load.once(VIP, PORT), Load.once(VIP, PORT))).containsOnly(two.name());
        awaitStatus(Trees.member(one.port(), 0, true).id(), OperatingStatus.DRAINING);
        awaitStatus(tree.pools().get(0).id(), OperatingStatus.ONLINE);
    }

    @Test
    void listener_at_its_limit_is_degraded() throws IOException {
        DesiredLoadBalancer tree = new TreeBuilder()
                .id(id)
                .vip(VIP, PORT)
                .protocols(ListenerProtocol.TCP, PoolProtocol.TCP)
                .connectionLimit(1)
                .build();
        completes(Trees.with(tree, List.of(member("127.0.0.1", one.port(), false))));
        UUID listener = tree.listeners().get(0).id();
        awaitStatus(listener, OperatingStatus.ONLINE);
        try (Socket client = new Socket(VIP, PORT)) {
            assertThat(client.isConnected()).isTrue();
            awaitStatus(listener, OperatingStatus.DEGRADED);
            awaitStatus(id, OperatingStatus.DEGRADED);
        }
        awaitStatus(listener, OperatingStatus.ONLINE);
    }

    @Test
    void what_is_off_is_offline_and_serves_nobody() {
        DesiredLoadBalancer tree = Trees.of(id, VIP, PORT, one);
        Listener listener = tree.listeners().get(0);
        ListenerSpec spec = listener.spec();
        ListenerSpec off = new ListenerSpec(
                spec.protocol(), PORT, false, -1, spec.defaultPoolId(), Map.of(), 1, 1, 1, 0, null, spec.tls());
        completes(new DesiredLoadBalancer(
                id,
                tree.vipAddresses(),
                tree.spec(),
                List.of(new Listener(listener.id(), off, List.of())),
                tree.pools()));
        assertThat(Load.once(VIP, PORT)).contains("Connect");
        awaitStatus(listener.id(), OperatingStatus.OFFLINE);
        awaitStatus(tree.pools().get(0).id(), OperatingStatus.OFFLINE);
    }

    @ParameterizedTest
    @CsvSource({"HTTP, 200, ONLINE", "HTTP, 201, ERROR", "TCP, , ONLINE", "TLS_HELLO, , ERROR", "HTTPS, 200, ERROR"})
    void monitor_finds_a_web_server(MonitorType type, String codes, OperatingStatus status) {
        boolean http = type.speaksHttp();
        HealthMonitorSpec spec = new HealthMonitorSpec(
                type,
                1,
                1,
                1,
                1,
                http ? HttpMethod.GET : null,
                http ? "/health" : null,
                codes,
                http ? new BigDecimal("1.1") : null,
                http ? "www.example.com" : null,
                true);
        DesiredLoadBalancer tree = Trees.of(id, VIP, PORT, one);
        Pool pool = tree.pools().get(0);
        // The member itself is not there: only the port that its monitor asks is.
        MemberSpec elsewhere = new MemberSpec("127.0.0.1", 9, 1, false, true, null, "127.0.0.1", one.port());
        Member member = new Member(UUID.randomUUID(), elsewhere);
        completes(Trees.withPool(
                tree, new Pool(pool.id(), pool.spec(), List.of(member), new HealthMonitor(UUID.randomUUID(), spec))));
        awaitStatus(member.id(), status);
        if (http && status == OperatingStatus.ONLINE) {
            assertThat(one.lastHeaders()).containsEntry("Host", List.of("www.example.com"));
        }
    }
}
