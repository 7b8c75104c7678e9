package io.lbaas.driver.contract;

import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.HttpMethod;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.SessionPersistence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Builds a valid load balancer with one listener and one pool. Objects keep their ids when the same load balancer is
 * built again, so that two trees of one id are two states of one load balancer.
 */
public final class TreeBuilder {
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(20_000);
    private static final int TIMEOUT = 50_000;

    private UUID id = UUID.randomUUID();
    private String vipAddress = "127.0.0.1";
    private int port = NEXT_PORT.getAndIncrement();
    private ListenerProtocol listenerProtocol = ListenerProtocol.HTTP;
    private PoolProtocol poolProtocol = PoolProtocol.HTTP;
    private Algorithm algorithm = Algorithm.ROUND_ROBIN;
    private SessionPersistence persistence;
    private MonitorType monitorType;
    private int connectionLimit = -1;
    private List<String> members = List.of("127.0.0.1", "127.0.0.2");

    public TreeBuilder id(UUID loadBalancerId) {
        id = loadBalancerId;
        return this;
    }

    public TreeBuilder vip(String address, int listenerPort) {
        vipAddress = address;
        port = listenerPort;
        return this;
    }

    public TreeBuilder protocols(ListenerProtocol listener, PoolProtocol pool) {
        listenerProtocol = listener;
        poolProtocol = pool;
        return this;
    }

    public TreeBuilder algorithm(Algorithm lbAlgorithm) {
        algorithm = lbAlgorithm;
        return this;
    }

    /** Clients stay with their member; the cookie of APP_COOKIE is {@code session}. */
    public TreeBuilder persistence(PersistenceType type) {
        persistence = new SessionPersistence(type, type == PersistenceType.APP_COOKIE ? "session" : null, null, null);
        return this;
    }

    /** Members are checked each second. */
    public TreeBuilder monitor(MonitorType type) {
        monitorType = type;
        return this;
    }

    /** The listener's limit of concurrent connections, -1 for none; the easiest way to tell two states apart. */
    public TreeBuilder connectionLimit(int limit) {
        connectionLimit = limit;
        return this;
    }

    public TreeBuilder members(String... addresses) {
        members = List.of(addresses);
        return this;
    }

    /** That many members, each with its own address; at most 65,536. */
    public TreeBuilder members(int count) {
        members = IntStream.range(0, count)
                .mapToObj(number -> "10.0." + number / 256 + "." + number % 256)
                .toList();
        return this;
    }

    public DesiredLoadBalancer build() {
        return new DesiredLoadBalancer(
                id, List.of(vipAddress), new LoadBalancerSpec(true), List.of(listener()), List.of(pool()));
    }

    private DesiredLoadBalancer.Listener listener() {
        ListenerSpec spec = new ListenerSpec(
                listenerProtocol,
                port,
                true,
                connectionLimit,
                idOf("pool"),
                Map.of(),
                TIMEOUT,
                TIMEOUT / 10,
                TIMEOUT,
                0,
                null);
        return new DesiredLoadBalancer.Listener(idOf("listener"), spec, List.of());
    }

    private DesiredLoadBalancer.Pool pool() {
        return new DesiredLoadBalancer.Pool(
                idOf("pool"),
                new PoolSpec(poolProtocol, algorithm, true, persistence),
                members.stream().map(this::member).toList(),
                monitorType == null ? null : monitor());
    }

    private DesiredLoadBalancer.Member member(String address) {
        return new DesiredLoadBalancer.Member(
                idOf("member " + address), new MemberSpec(address, 8080, 1, false, true, null, null, null));
    }

    private DesiredLoadBalancer.HealthMonitor monitor() {
        HealthMonitorSpec spec = monitorType.speaksHttp()
                ? new HealthMonitorSpec(monitorType, 1, 1, 3, 3, HttpMethod.GET, "/", "200", null, null, true)
                : new HealthMonitorSpec(monitorType, 1, 1, 3, 3, null, null, null, null, null, true);
        return new DesiredLoadBalancer.HealthMonitor(idOf("health monitor"), spec);
    }

    private UUID idOf(String object) {
        return UUID.nameUUIDFromBytes((id + " " + object).getBytes(StandardCharsets.UTF_8));
    }
}
