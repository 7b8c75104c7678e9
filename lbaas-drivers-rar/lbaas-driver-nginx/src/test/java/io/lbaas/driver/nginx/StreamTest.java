package io.lbaas.driver.nginx;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lbaas.driver.contract.TreeBuilder;
import io.lbaas.driver.contract.traffic.Ports;
import io.lbaas.driver.contract.traffic.Trees;
import io.lbaas.driver.spi.DeviceReadException;
import io.lbaas.driver.spi.LoadBalancerDriver;
import io.lbaas.driver.spi.Outcome;
import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections and datagrams that are passed on as they are. */
class StreamTest {
    private static final String VIP = "127.10.1.2";
    private static final int PORT = Ports.free();

    private final TestDevice device = new TestDevice();
    private final LoadBalancerDriver driver = device.open();
    private final EchoServer one = new EchoServer();
    private final EchoServer two = new EchoServer();
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

    private DesiredLoadBalancer tree(TreeBuilder builder) {
        return Trees.with(
                builder.id(id).build(),
                Stream.of(one, two)
                        .map(server -> Trees.member(server.port(), 1, true))
                        .toList());
    }

    private DesiredLoadBalancer udp(Algorithm algorithm) {
        return tree(new TreeBuilder()
                .vip(VIP, PORT)
                .protocols(ListenerProtocol.UDP, PoolProtocol.UDP)
                .algorithm(algorithm));
    }

    private DesiredLoadBalancer tcp(PoolProtocol pool) {
        return tree(new TreeBuilder().vip(VIP, PORT).protocols(ListenerProtocol.TCP, pool));
    }

    /** Names of the members that so many clients reached. */
    private static Set<String> members(int clients) throws IOException {
        Set<String> members = new HashSet<>();
        for (int client = 0; client < clients; client++) {
            members.add(EchoServer.ask(new InetSocketAddress(VIP, PORT), "x").split(" ", -1)[0]);
        }
        return members;
    }

    @Test
    void datagrams_are_answered_by_all_members() throws IOException {
        completes(udp(Algorithm.ROUND_ROBIN), 1);
        assertThat(members(4)).containsExactlyInAnyOrder(one.name(), two.name());
        assertThat(EchoServer.ask(new InetSocketAddress(VIP, PORT), "hello")).endsWith(" hello");
    }

    @Test
    void datagrams_are_answered_while_the_configuration_changes() throws IOException {
        completes(udp(Algorithm.ROUND_ROBIN), 1);
        for (int other = 1; other <= 5; other++) {
            completes(new TreeBuilder().vip(VIP, PORT + other).build(), 1);
            assertThat(members(4)).containsExactlyInAnyOrder(one.name(), two.name());
        }
    }

    @Test
    void clients_stay_where_their_address_leads_them() throws IOException {
        completes(udp(Algorithm.SOURCE_IP), 1);
        assertThat(members(8)).hasSize(1);
        completes(udp(Algorithm.SOURCE_IP_PORT), 2);
        assertThat(members(32)).hasSize(2);
        completes(
                tree(new TreeBuilder()
                        .vip(VIP, PORT)
                        .protocols(ListenerProtocol.UDP, PoolProtocol.UDP)
                        .persistence(PersistenceType.SOURCE_IP)),
                3);
        assertThat(members(8)).hasSize(1);
    }

    @Test
    void datagrams_of_others_are_dropped() {
        completes(
                Trees.withListener(udp(Algorithm.ROUND_ROBIN), spec -> Trees.limited(spec, -1, List.of("10.0.0.0/8"))),
                1);
        assertThatThrownBy(() -> members(1)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void connections_are_passed_on_with_the_address_of_the_client() throws IOException {
        completes(tcp(PoolProtocol.TCP), 1);
        assertThat(EchoServer.connect(new InetSocketAddress(VIP, PORT), "hello"))
                .endsWith(" hello");
        completes(tcp(PoolProtocol.PROXY), 2);
        assertThat(EchoServer.connect(new InetSocketAddress(VIP, PORT), "hello"))
                .matches("(?s)\\d+ PROXY TCP4 127\\.\\S+ " + VIP.replace(".", "\\.") + " \\d+ " + PORT + "\r\nhello");
    }

    @Test
    void connections_beyond_the_limit_or_from_elsewhere_are_closed() throws IOException {
        completes(Trees.withListener(tcp(PoolProtocol.TCP), spec -> Trees.limited(spec, 1, List.of("127.0.0.0/8"))), 1);
        try (var first = EchoServer.open(new InetSocketAddress(VIP, PORT))) {
            await().atMost(5, SECONDS).until(() -> active() == 1);
            assertThat(EchoServer.connect(new InetSocketAddress(VIP, PORT), "hello"))
                    .isEmpty();
            assertThat(first.isConnected()).isTrue();
        }
        await().atMost(5, SECONDS).until(() -> EchoServer.connect(new InetSocketAddress(VIP, PORT), "hello")
                .endsWith(" hello"));
        completes(Trees.withListener(tcp(PoolProtocol.TCP), spec -> Trees.limited(spec, -1, List.of("10.0.0.0/8"))), 2);
        assertThat(EchoServer.connect(new InetSocketAddress(VIP, PORT), "hello"))
                .isEmpty();
    }

    private long active() throws DeviceReadException {
        return driver.stats(List.of(id)).byListener().values().iterator().next().activeConnections();
    }

    @Test
    void pool_without_members_in_service_closes_connections() throws IOException {
        completes(Trees.with(tcp(PoolProtocol.TCP), List.of()), 1);
        assertThat(EchoServer.connect(new InetSocketAddress(VIP, PORT), "hello"))
                .isEmpty();
    }

    @Test
    void all_addresses_of_a_load_balancer_serve_ipv6_too() throws IOException, DeviceReadException {
        DesiredLoadBalancer tree = tcp(PoolProtocol.TCP);
        completes(new DesiredLoadBalancer(id, List.of(VIP, "::1"), tree.spec(), tree.listeners(), tree.pools()), 1);
        for (String address : List.of(VIP, "::1")) {
            assertThat(EchoServer.connect(new InetSocketAddress(address, PORT), "hello"))
                    .endsWith(" hello");
        }
        try (var connection = EchoServer.open(new InetSocketAddress(InetAddress.getAllByName("::1")[0], PORT))) {
            assertThat(connection.isConnected()).isTrue();
            await().atMost(5, SECONDS).until(() -> active() == 1);
        }
    }

    @Test
    void what_nginx_cannot_do_is_said_by_name() {
        DesiredLoadBalancer backup = Trees.with(
                udp(Algorithm.SOURCE_IP),
                List.of(new DesiredLoadBalancer.Member(
                        UUID.randomUUID(), new MemberSpec("127.0.0.1", one.port(), 1, true, true, null, null, null))));
        assertThat(driver.validate(backup).problems().values())
                .containsExactly("nginx has no backup members where addresses are hashed");
        assertThat(driver.validate(new TreeBuilder()
                                .protocols(ListenerProtocol.HTTP, PoolProtocol.PROXY)
                                .build())
                        .problems()
                        .values())
                .containsExactly("nginx speaks the PROXY protocol for TCP and HTTPS listeners only");
    }
}
