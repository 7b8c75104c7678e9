package io.lbaas.driver.contract;

import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.HttpMethod;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.PoolTls;
import io.lbaas.model.SessionPersistence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    private static final int FOUND = 302;
    private static final String REDIRECTION = "https://www.example.com/a?b=%20c";

    private UUID id = UUID.randomUUID();
    private String vipAddress = "127.0.0.1";
    private int port = NEXT_PORT.getAndIncrement();
    private ListenerProtocol listenerProtocol = ListenerProtocol.HTTP;
    private PoolProtocol poolProtocol = PoolProtocol.HTTP;
    private Algorithm algorithm = Algorithm.ROUND_ROBIN;
    private SessionPersistence persistence;
    private ListenerTls listenerTls = ListenerTls.NONE;
    private PoolTls poolTls = PoolTls.NONE;
    private MonitorType monitorType;
    private int connectionLimit = -1;
    private final List<DesiredLoadBalancer.L7Policy> policies = new ArrayList<>();
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

    /** The listener terminates TLS. */
    public TreeBuilder tls(ListenerTls tls) {
        listenerProtocol = ListenerProtocol.TERMINATED_HTTPS;
        listenerTls = tls.withDefaults();
        return this;
    }

    /** TLS is spoken with members. */
    public TreeBuilder tls(PoolTls tls) {
        poolTls = tls.withDefaults();
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

    /** Adds an L7 policy behind those that were added before; a redirection goes to example.com or to the pool. */
    public TreeBuilder policy(L7Action action, L7RuleSpec... rules) {
        String name = "policy " + policies.size();
        boolean redirects = action == L7Action.REDIRECT_TO_URL || action == L7Action.REDIRECT_PREFIX;
        L7PolicySpec spec = new L7PolicySpec(
                action,
                action == L7Action.REDIRECT_TO_POOL ? idOf("pool") : null,
                action == L7Action.REDIRECT_TO_URL ? REDIRECTION : null,
                action == L7Action.REDIRECT_PREFIX ? REDIRECTION : null,
                redirects ? FOUND : null,
                policies.size() + 1,
                true);
        List<DesiredLoadBalancer.L7Rule> tests = IntStream.range(0, rules.length)
                .mapToObj(number -> new DesiredLoadBalancer.L7Rule(idOf(name + " rule " + number), rules[number]))
                .toList();
        policies.add(new DesiredLoadBalancer.L7Policy(idOf(name), spec, tests));
        return this;
    }

    /** A rule that is valid for its types. */
    public static L7RuleSpec rule(L7RuleType type, L7CompareType compareType) {
        String key =
                switch (type) {
                    case HEADER, COOKIE -> "X-Key";
                    case SSL_DN_FIELD -> "CN";
                    default -> null;
                };
        String value =
                switch (type) {
                    case SSL_CONN_HAS_CERT -> "true";
                    case SSL_VERIFY_RESULT -> "0";
                    default -> "value";
                };
        return new L7RuleSpec(type, compareType, key, value, false, true);
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
                null,
                listenerTls);
        return new DesiredLoadBalancer.Listener(idOf("listener"), spec, policies);
    }

    private DesiredLoadBalancer.Pool pool() {
        return new DesiredLoadBalancer.Pool(
                idOf("pool"),
                new PoolSpec(poolProtocol, algorithm, true, persistence, poolTls),
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
