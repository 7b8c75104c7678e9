package io.lbaas.web.rendering;

import io.lbaas.model.Algorithm;
import io.lbaas.model.HealthMonitorSpec;
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
import io.lbaas.model.OperatingStatus;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.ProvisioningStatus;
import io.lbaas.model.SessionPersistence;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One object of each kind. */
final class Samples {

    static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID OTHER = UUID.fromString("22222222-2222-4222-8222-222222222222");

    private static final View.State STATE = new View.State(
            ID,
            "p1",
            ProvisioningStatus.PENDING_CREATE,
            OperatingStatus.OFFLINE,
            null,
            Instant.parse("2026-01-02T03:04:05.678Z"),
            null,
            1);
    private static final Labels LABELS = new Labels(null, null, List.of("t"));

    static final View.OfLoadBalancer LOAD_BALANCER = new View.OfLoadBalancer(
            STATE,
            LABELS,
            new LoadBalancerSpec(true),
            new View.Vip("192.0.2.1", ID, ID, OTHER),
            List.of(new View.Vip("2001:db8::1", OTHER, ID, ID)),
            "haproxy",
            null,
            null,
            List.of(OTHER),
            List.of());

    static final View.OfListener LISTENER = new View.OfListener(
            STATE,
            LABELS,
            new ListenerSpec(
                    ListenerProtocol.HTTP,
                    80,
                    true,
                    -1,
                    null,
                    Map.of("X-Forwarded-For", "true"),
                    1,
                    2,
                    3,
                    4,
                    null,
                    ListenerTls.NONE),
            OTHER,
            List.of(ID));

    static final View.OfL7Policy L7_POLICY = new View.OfL7Policy(
            STATE,
            LABELS,
            new L7PolicySpec(L7Action.REDIRECT_TO_URL, null, "http://a", null, 302, 1, true),
            OTHER,
            List.of(ID));

    static final View.OfL7Rule L7_RULE = new View.OfL7Rule(
            STATE, LABELS, new L7RuleSpec(L7RuleType.PATH, L7CompareType.REGEX, null, "a", false, true), OTHER);

    static final View.OfPool POOL = new View.OfPool(
            STATE,
            LABELS,
            new PoolSpec(
                    PoolProtocol.HTTP,
                    Algorithm.ROUND_ROBIN,
                    true,
                    new SessionPersistence(PersistenceType.SOURCE_IP, null, null, null)),
            OTHER,
            List.of(),
            List.of(ID),
            null);

    static final View.OfMember MEMBER =
            new View.OfMember(STATE, LABELS, new MemberSpec("192.0.2.9", 80, 1, false, true, null, null, null), OTHER);

    static final View.OfHealthMonitor HEALTH_MONITOR = new View.OfHealthMonitor(
            STATE,
            LABELS,
            new HealthMonitorSpec(MonitorType.TLS_HELLO, 5, 3, 2, 3, null, null, null, null, null, true),
            OTHER);

    private Samples() {}
}
