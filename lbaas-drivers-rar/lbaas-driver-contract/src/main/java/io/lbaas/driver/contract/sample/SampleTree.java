package io.lbaas.driver.contract.sample;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.model.Algorithm;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.HealthMonitor;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.HttpMethod;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A load balancer with a value in every field that can hold text, as far as a driver's capabilities go; tests change some
 * fields. Ids are short and always the same.
 */
public final class SampleTree {
    private static final UUID POOL = id(3);
    /** Where an L7 policy leads. */
    static final UUID POOL_OF_POLICY = id(6);

    private static final int TIMEOUT = 50_000;
    private static final int MONITOR_PORT = 8081;
    private static final int MEMBER_PORT = 8080;
    /** The second member's id; the first one's is 4. */
    private static final int MORE_MEMBERS = 8;

    private final SampleTls sampleTls;
    private final SamplePolicies samplePolicies;
    private final List<MemberSpec> more = new ArrayList<>();
    private List<String> vips = List.of("192.0.2.10");
    private int port = 8080;
    private ListenerProtocol protocol = ListenerProtocol.HTTP;
    private PoolProtocol poolProtocol = PoolProtocol.HTTP;
    private int connectionLimit = -1;
    private Map<String, String> headers =
            Map.of("X-Forwarded-For", "true", "X-Forwarded-Port", "true", "X-Forwarded-Proto", "true");
    private List<String> cidrs = List.of("10.0.0.0/8", "fd00::/8");
    private ListenerTls listenerTls = ListenerTls.NONE;
    private PoolTls poolTls = PoolTls.NONE;
    private Algorithm algorithm = Algorithm.ROUND_ROBIN;
    private PersistenceType persistence;
    private String cookie = "JSESSIONID";
    private String granularity;
    private MonitorType monitor;
    private String path = "/health";
    private String codes = "200-204";
    private String domain = "www.example.com";
    private String member = "10.1.1.1";
    private String monitorAddress;
    private int weight = 10;
    private boolean backup;
    private boolean adminStateUp = true;
    private boolean l7;

    public SampleTree(Capabilities can) {
        sampleTls = new SampleTls(can.tls().features());
        samplePolicies = new SamplePolicies(can.l7());
        Set<PersistenceType> types = can.persistenceTypes();
        persistence = Stream.of(PersistenceType.APP_COOKIE, PersistenceType.SOURCE_IP)
                .filter(types::contains)
                .findFirst()
                .orElse(null);
        monitor = can.monitorTypes().contains(MonitorType.HTTP) ? MonitorType.HTTP : null;
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    public SampleTree vips(String... addresses) {
        vips = List.of(addresses);
        return this;
    }

    public SampleTree port(int number) {
        port = number;
        return this;
    }

    public SampleTree protocols(ListenerProtocol ofListener, PoolProtocol ofPool) {
        protocol = ofListener;
        poolProtocol = ofPool;
        return this;
    }

    public SampleTree connectionLimit(int limit) {
        connectionLimit = limit;
        return this;
    }

    /** Headers that are inserted; to begin with, those of proxies. */
    public SampleTree headers(Map<String, String> inserted) {
        headers = inserted;
        return this;
    }

    /** Those who may connect, null for everybody. */
    public SampleTree cidrs(List<String> allowed) {
        cidrs = allowed;
        return this;
    }

    public SampleTree algorithm(Algorithm of) {
        algorithm = of;
        return this;
    }

    /** How clients stay with their member, null for not at all; to begin with, by a cookie of the application. */
    public SampleTree persistence(PersistenceType type) {
        persistence = type;
        return this;
    }

    public SampleTree cookie(String name) {
        cookie = name;
        return this;
    }

    public SampleTree granularity(String mask) {
        granularity = mask;
        return this;
    }

    /** How members are checked, null for not at all; to begin with, by HTTP. */
    public SampleTree monitor(MonitorType type) {
        monitor = type;
        return this;
    }

    public SampleTree path(String text) {
        path = text;
        return this;
    }

    public SampleTree codes(String text) {
        codes = text;
        return this;
    }

    public SampleTree domain(String text) {
        domain = text;
        return this;
    }

    public SampleTree member(String address) {
        member = address;
        return this;
    }

    /** Where the first member is checked, null for where it serves. */
    public SampleTree monitorAddress(String address) {
        monitorAddress = address;
        return this;
    }

    public SampleTree weight(int ofFirstMember) {
        weight = ofFirstMember;
        return this;
    }

    /** Whether the first member stands by. */
    public SampleTree backup(boolean standsBy) {
        backup = standsBy;
        return this;
    }

    /** Whether the first member is up. */
    public SampleTree adminStateUp(boolean up) {
        adminStateUp = up;
        return this;
    }

    /** Adds a member. */
    public SampleTree more(String address, int ofMember, boolean standsBy, boolean up) {
        more.add(new MemberSpec(address, MEMBER_PORT, ofMember, standsBy, up, null, null, null));
        return this;
    }

    /** TLS is terminated, and spoken with members. */
    public SampleTree secured() {
        protocol = ListenerProtocol.TERMINATED_HTTPS;
        listenerTls = sampleTls.listener(null);
        poolTls = sampleTls.pool(null);
        return this;
    }

    /** Restricts the ciphers of what is {@link #secured()}. */
    public SampleTree ciphers(String names) {
        if (protocol == ListenerProtocol.TERMINATED_HTTPS) {
            listenerTls = sampleTls.listener(names);
            poolTls = sampleTls.pool(names);
        }
        return this;
    }

    /** The texts of the L7 policies, where there are any. */
    public SamplePolicies policies() {
        return samplePolicies;
    }

    /** There are L7 policies. */
    public SampleTree withPolicies() {
        l7 = true;
        return this;
    }

    public DesiredLoadBalancer build() {
        ListenerSpec listener = new ListenerSpec(
                protocol,
                port,
                true,
                connectionLimit,
                protocol == ListenerProtocol.PROMETHEUS ? null : POOL,
                headers,
                TIMEOUT,
                TIMEOUT / 10,
                TIMEOUT,
                0,
                cidrs,
                listenerTls);
        PoolSpec pool = new PoolSpec(poolProtocol, algorithm, true, sessionPersistence(), poolTls);
        return new DesiredLoadBalancer(
                id(1),
                vips,
                new LoadBalancerSpec(true),
                List.of(new Listener(id(2), listener, l7 ? samplePolicies.build() : List.of())),
                pools(pool));
    }

    private List<Pool> pools(PoolSpec spec) {
        List<Pool> pools = new ArrayList<>();
        pools.add(new Pool(POOL, spec, members(), healthMonitor()));
        if (l7) {
            MemberSpec only = new MemberSpec("10.1.2.1", MEMBER_PORT, 1, false, true, null, null, null);
            pools.add(new Pool(POOL_OF_POLICY, spec, List.of(new Member(id(7), only)), null));
        }
        return pools;
    }

    private SessionPersistence sessionPersistence() {
        return persistence == null
                ? null
                : new SessionPersistence(
                        persistence, persistence == PersistenceType.APP_COOKIE ? cookie : null, null, granularity);
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        members.add(new Member(
                id(4),
                new MemberSpec(
                        member,
                        MEMBER_PORT,
                        weight,
                        backup,
                        adminStateUp,
                        null,
                        monitorAddress,
                        monitorAddress == null ? null : MONITOR_PORT)));
        more.forEach(spec -> members.add(new Member(id(MORE_MEMBERS + members.size() - 1), spec)));
        return members;
    }

    private HealthMonitor healthMonitor() {
        if (monitor == null) {
            return null;
        }
        HealthMonitorSpec spec = monitor.speaksHttp()
                ? new HealthMonitorSpec(
                        monitor, 5, 3, 2, 3, HttpMethod.GET, path, codes, new BigDecimal("1.1"), domain, true)
                : new HealthMonitorSpec(monitor, 5, 3, 2, 3, null, null, null, null, null, true);
        return new HealthMonitor(id(5), spec);
    }
}
