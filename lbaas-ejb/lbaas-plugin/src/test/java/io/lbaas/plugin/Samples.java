package io.lbaas.plugin;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.model.Algorithm;
import io.lbaas.model.ClientAuthentication;
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
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Labels;
import io.lbaas.plugin.api.Patch;
import io.lbaas.plugin.api.View.Vip;
import io.lbaas.plugin.config.Settings;
import io.lbaas.plugin.entity.LoadBalancer;
import io.lbaas.plugin.rule.CapabilityRules;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.plugin.rule.IpAddress;
import io.lbaas.plugin.rule.NetworkRules;
import io.lbaas.plugin.tree.LoadBalancerTree;
import io.lbaas.plugin.tree.Locking;
import io.lbaas.plugin.tree.Terms;
import io.lbaas.plugin.tree.TreeEditor;
import jakarta.validation.Validation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Valid objects, to be made wrong in one respect by each test. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant DEADLINE = NOW.plusSeconds(300);
    public static final Labels LABELS = new Labels("web", "", List.of("a", "b"));
    public static final FieldRules FIELDS =
            new FieldRules(Validation.buildDefaultValidatorFactory().getValidator());

    public static final Capabilities ALL = new Capabilities(
            Set.of(ListenerProtocol.values()),
            Set.of(PoolProtocol.values()),
            Set.of(Algorithm.values()),
            Set.of(PersistenceType.values()),
            Set.of(MonitorType.values()),
            new Capabilities.L7(
                    Set.of(ListenerProtocol.values()),
                    Set.of(L7Action.values()),
                    Set.of(L7RuleType.values()),
                    Set.of(L7CompareType.values())),
            TlsSupport.ALL,
            true);

    /** A listener's, with a certificate and nothing else. */
    public static final ListenerTls TLS = new ListenerTls(
            "https://secrets.example/v1/containers/1",
            List.of(),
            null,
            null,
            ClientAuthentication.NONE,
            null,
            null,
            null,
            null,
            false,
            false);

    /** The only one that is known. */
    public static final UUID SUBNET = UUID.randomUUID();

    private Samples() {}

    public static LoadBalancer loadBalancer(UUID deviceId, String address) {
        return loadBalancer(deviceId, address, "project");
    }

    public static LoadBalancer loadBalancer(UUID deviceId, String address, String project) {
        var vip = new Vip(address, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        return new LoadBalancer(
                UUID.randomUUID(), project, LABELS, new LoadBalancerSpec(true), List.of(vip), deviceId, "haproxy", NOW);
    }

    /** A new load balancer, which is being created. */
    public static LoadBalancerTree tree() {
        return LoadBalancerTree.planted(loadBalancer(UUID.randomUUID(), "127.10.0.1"), NOW, DEADLINE);
    }

    /** An editor as a request would get it, with a generation of its own. */
    public static TreeEditor editor(LoadBalancerTree tree) {
        return editor(tree, Locking.OBJECT, ALL);
    }

    public static TreeEditor editor(LoadBalancerTree tree, Locking locking, Capabilities capabilities) {
        var children = tree.beneath(tree.root()).toList();
        return new TreeEditor(new LoadBalancerTree(tree.root(), children), terms(locking, capabilities));
    }

    public static Terms terms(Locking locking, Capabilities capabilities) {
        return new Terms(
                FIELDS,
                new CapabilityRules("haproxy", capabilities),
                new NetworkRules(() -> false, SUBNET::equals),
                references -> {},
                Set.of(IpAddress.parse("169.254.169.254").orElseThrow()),
                locking,
                NOW,
                DEADLINE);
    }

    /** Settings of which nothing was set. */
    public static Settings settings() {
        return settings(Map.of());
    }

    public static Settings settings(Map<String, String> providers) {
        return new Settings() {
            @Override
            public Map<String, String> providers() {
                return providers;
            }
        };
    }

    public static ListenerSpec listener(ListenerProtocol protocol, int port) {
        var plain = new ListenerSpec(
                protocol, port, true, -1, null, Map.of(), 50_000, 5_000, 50_000, 0, null, ListenerTls.NONE);
        return protocol == ListenerProtocol.TERMINATED_HTTPS ? plain.withTls(TLS) : plain;
    }

    public static PoolSpec pool(PoolProtocol protocol) {
        return new PoolSpec(protocol, Algorithm.ROUND_ROBIN, true, null);
    }

    public static MemberSpec member(String address, int port) {
        return new MemberSpec(address, port, 1, false, true, null, null, null);
    }

    public static HealthMonitorSpec monitor(MonitorType type) {
        return new HealthMonitorSpec(type, 5, 3, 2, 3, null, null, null, null, null, true);
    }

    public static L7PolicySpec policy(L7Action action) {
        return new L7PolicySpec(action, null, null, null, null, L7PolicySpec.LAST, true);
    }

    public static L7RuleSpec rule(String path) {
        return new L7RuleSpec(L7RuleType.PATH, L7CompareType.STARTS_WITH, null, path, false, true);
    }

    public static <S> Patch<S> patch(UnaryOperator<S> spec) {
        return new Patch<>(UnaryOperator.identity(), spec);
    }

    /** A change that asks for nothing new. */
    public static <S> Patch<S> noChange() {
        return patch(UnaryOperator.identity());
    }
}
