package io.lbaas.driver.nginx.config;

import io.lbaas.driver.spi.IpLiteral;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.AlpnProtocol;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.SessionPersistence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds what of a tree cannot be rendered: beyond the capabilities, or not fit to stand in a configuration. */
public final class SupportCheck {
    /** Masks that leave an address as it is. */
    private static final List<String> WHOLE_ADDRESS = List.of("255.255.255.255", "128");

    private final DesiredLoadBalancer tree;
    private final Map<ObjectRef, String> problems = new LinkedHashMap<>();

    private SupportCheck(DesiredLoadBalancer tree) {
        this.tree = tree;
    }

    public static ValidationReport check(DesiredLoadBalancer tree) {
        SupportCheck check = new SupportCheck(tree);
        Rules vip = check.on(ObjectType.LOAD_BALANCER, tree.id());
        tree.vipAddresses().forEach(address -> vip.fits("VIP address", () -> IpLiteral.parse(address)));
        tree.listeners().forEach(check::listener);
        tree.pools().forEach(check::pool);
        return new ValidationReport(check.problems);
    }

    private Rules on(ObjectType type, UUID id) {
        return new Rules(new ObjectRef(type, id), problems);
    }

    private void listener(Listener listener) {
        ListenerSpec spec = listener.spec();
        Rules rules = on(ObjectType.LISTENER, listener.id());
        rules.supported(Support.CAPABILITIES.listenerProtocols(), spec.protocol());
        rules.none(Support.CAPABILITIES.tls().lacking(spec.tls()));
        rules.ciphers(spec.tls().tlsCiphers());
        rules.holds(
                spec.protocol() != ListenerProtocol.TERMINATED_HTTPS
                        || !spec.tls().identities().isEmpty(),
                "A certificate is needed");
        speaksHttp1(rules, spec.tls().alpnProtocols());
        rules.holds(spec.connectionLimit() != 0, "A connection limit of 0 is not supported");
        spec.insertHeaders()
                .keySet()
                .forEach(name -> rules.holds(InsertHeader.known(name), "This header cannot be inserted"));
        rules.holds(
                spec.insertHeaders().isEmpty() || spec.protocol().readsHttp(),
                "Headers can be inserted with HTTP listeners only");
        if (spec.allowedCidrs() != null) {
            spec.allowedCidrs().forEach(cidr -> rules.fits("Allowed CIDR", () -> IpLiteral.network(cidr)));
        }
        if (spec.defaultPoolId() != null) {
            rules.uses(tree, listener, spec.defaultPoolId());
        }
        for (L7Policy policy : listener.l7Policies()) {
            L7Check.policy(on(ObjectType.L7_POLICY, policy.id()), tree, listener, policy);
            policy.rules().forEach(rule -> L7Check.rule(on(ObjectType.L7_RULE, rule.id()), rule.spec()));
        }
    }

    /** nginx always offers it to clients, and speaks nothing else with members. */
    private static void speaksHttp1(Rules rules, List<AlpnProtocol> protocols) {
        rules.holds(
                protocols == null || protocols.isEmpty() || protocols.contains(AlpnProtocol.HTTP_1_1),
                "nginx cannot do without http/1.1");
    }

    private void pool(Pool pool) {
        Rules rules = on(ObjectType.POOL, pool.id());
        rules.supported(Support.CAPABILITIES.poolProtocols(), pool.spec().protocol());
        rules.none(Support.CAPABILITIES.tls().lacking(pool.spec().tls()));
        rules.ciphers(pool.spec().tls().tlsCiphers());
        speaksHttp1(rules, pool.spec().tls().alpnProtocols());
        rules.supported(Support.CAPABILITIES.algorithms(), pool.spec().lbAlgorithm());
        if (pool.spec().sessionPersistence() != null) {
            persistence(rules, pool.spec().sessionPersistence());
        }
        if (pool.healthMonitor() != null) {
            on(ObjectType.HEALTH_MONITOR, pool.healthMonitor().id())
                    .supported(
                            Support.CAPABILITIES.monitorTypes(),
                            pool.healthMonitor().spec().type());
        }
        boolean hashes = Balance.of(pool.spec()).hashes();
        for (Member member : pool.members()) {
            Rules of = on(ObjectType.MEMBER, member.id());
            of.member(member.spec());
            of.holds(!hashes || !member.spec().backup(), "nginx has no backup members where addresses are hashed");
        }
    }

    private static void persistence(Rules rules, SessionPersistence persistence) {
        rules.supported(Support.CAPABILITIES.persistenceTypes(), persistence.type());
        String mask = persistence.persistenceGranularity();
        rules.holds(
                mask == null || WHOLE_ADDRESS.contains(mask),
                "nginx keeps single clients with a member, not networks of them");
    }
}
