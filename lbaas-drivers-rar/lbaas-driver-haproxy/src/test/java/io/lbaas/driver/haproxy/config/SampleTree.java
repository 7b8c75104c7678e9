package io.lbaas.driver.haproxy.config;

import io.lbaas.model.Algorithm;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.HealthMonitor;
import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.L7Rule;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A tree with a value in every field that can hold text; tests change one at a time. */
final class SampleTree {
    /** What its TLS refers to. */
    static final String REFERENCE = "https://secrets/1";

    String vip = "127.10.3.1";
    int port = 8080;
    ListenerProtocol protocol = ListenerProtocol.HTTP;
    int connectionLimit = -1;
    Map<String, String> headers =
            Map.of("X-Forwarded-For", "true", "X-Forwarded-Port", "true", "X-Forwarded-Proto", "true");
    List<String> cidrs = List.of("10.0.0.0/8", "fd00::/8");
    PoolProtocol poolProtocol = PoolProtocol.HTTP;
    Algorithm algorithm = Algorithm.ROUND_ROBIN;
    PersistenceType persistence = PersistenceType.APP_COOKIE;
    String cookie = "JSESSIONID";
    MonitorType monitor = MonitorType.HTTP;
    String path = "/health";
    String codes = "200-204";
    String domain = "www.example.com";
    String member = "10.1.1.1";
    String monitorAddress = "10.1.1.2";
    /** Whether there are L7 policies. */
    boolean l7;

    String key = "X-Test";
    String value = "\"a b\"";
    String regex = "^/(a|b)$";
    String url = "http://www.example.com/%20a";
    String prefix = "https://www.example.com";
    /** Of a listener and a pool that speak TLS; null for those that do not. */
    String ciphers;

    int weight = 10;
    boolean backup;
    boolean adminStateUp = true;

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    DesiredLoadBalancer build() {
        ListenerSpec listener = new ListenerSpec(
                protocol,
                port,
                true,
                connectionLimit,
                protocol == ListenerProtocol.PROMETHEUS ? null : id(3),
                headers,
                50_000,
                5_000,
                50_000,
                0,
                cidrs,
                ciphers == null ? ListenerTls.NONE : listenerTls());
        SessionPersistence session = persistence == null
                ? null
                : new SessionPersistence(
                        persistence, persistence == PersistenceType.APP_COOKIE ? cookie : null, null, null);
        HealthMonitorSpec check = monitor == null
                ? null
                : monitor.speaksHttp()
                        ? new HealthMonitorSpec(
                                monitor, 5, 3, 2, 3, HttpMethod.GET, path, codes, new BigDecimal("1.1"), domain, true)
                        : new HealthMonitorSpec(monitor, 5, 3, 2, 3, null, null, null, null, null, true);
        MemberSpec server = new MemberSpec(member, 8080, weight, backup, adminStateUp, null, monitorAddress, 8081);
        Pool pool = new Pool(
                id(3),
                new PoolSpec(poolProtocol, algorithm, true, session)
                        .withTls(ciphers == null ? PoolTls.NONE : poolTls()),
                List.of(new Member(id(4), server)),
                check == null ? null : new HealthMonitor(id(5), check));
        return new DesiredLoadBalancer(
                id(1),
                List.of(vip),
                new LoadBalancerSpec(true),
                List.of(new Listener(id(2), listener, l7 ? policies() : List.of())),
                List.of(pool));
    }

    private ListenerTls listenerTls() {
        return new ListenerTls(
                        REFERENCE,
                        List.of(),
                        null,
                        null,
                        ClientAuthentication.NONE,
                        ciphers,
                        null,
                        null,
                        60,
                        true,
                        true)
                .withDefaults();
    }

    private PoolTls poolTls() {
        return new PoolTls(true, null, REFERENCE, null, ciphers, null, null).withDefaults();
    }

    private List<L7Policy> policies() {
        return List.of(
                policy(
                        L7Action.REDIRECT_TO_POOL,
                        10,
                        new L7RuleSpec(L7RuleType.HEADER, L7CompareType.EQUAL_TO, key, value, false, true)),
                policy(
                        L7Action.REDIRECT_TO_URL,
                        20,
                        new L7RuleSpec(L7RuleType.PATH, L7CompareType.REGEX, null, regex, true, true),
                        new L7RuleSpec(L7RuleType.COOKIE, L7CompareType.CONTAINS, key, "c=d", false, true),
                        new L7RuleSpec(L7RuleType.HEADER, L7CompareType.ENDS_WITH, key, "a,b", false, true)),
                policy(
                        L7Action.REDIRECT_PREFIX,
                        30,
                        new L7RuleSpec(L7RuleType.HOST_NAME, L7CompareType.STARTS_WITH, null, "www.", false, true),
                        new L7RuleSpec(L7RuleType.FILE_TYPE, L7CompareType.EQUAL_TO, null, "jpg", false, true),
                        new L7RuleSpec(L7RuleType.PATH, L7CompareType.EQUAL_TO, null, "/off", false, false)),
                policy(
                        L7Action.REJECT,
                        40,
                        new L7RuleSpec(L7RuleType.SSL_CONN_HAS_CERT, L7CompareType.EQUAL_TO, null, "true", true, true),
                        new L7RuleSpec(L7RuleType.SSL_VERIFY_RESULT, L7CompareType.EQUAL_TO, null, "0", false, true),
                        new L7RuleSpec(L7RuleType.SSL_DN_FIELD, L7CompareType.REGEX, "CN", regex, false, true)),
                policy(L7Action.REJECT, 50));
    }

    private L7Policy policy(L7Action action, int number, L7RuleSpec... rules) {
        boolean redirects = action == L7Action.REDIRECT_TO_URL || action == L7Action.REDIRECT_PREFIX;
        L7PolicySpec spec = new L7PolicySpec(
                action,
                action == L7Action.REDIRECT_TO_POOL ? id(3) : null,
                action == L7Action.REDIRECT_TO_URL ? url : null,
                action == L7Action.REDIRECT_PREFIX ? prefix : null,
                redirects ? 307 : null,
                number,
                true);
        return new L7Policy(
                id(number),
                spec,
                IntStream.range(0, rules.length)
                        .mapToObj(i -> new L7Rule(id(number + i + 1), rules[i]))
                        .toList());
    }
}
