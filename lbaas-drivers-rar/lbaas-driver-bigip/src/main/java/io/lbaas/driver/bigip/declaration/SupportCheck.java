package io.lbaas.driver.bigip.declaration;

import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PoolTls;
import io.lbaas.model.Transport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Finds what of a tree cannot be rendered: beyond the capabilities, or not fit to stand in a declaration. */
public final class SupportCheck {
    private final DesiredLoadBalancer tree;
    private final Map<ObjectRef, String> problems = new LinkedHashMap<>();

    private SupportCheck(DesiredLoadBalancer tree) {
        this.tree = tree;
    }

    public static ValidationReport check(DesiredLoadBalancer tree) {
        SupportCheck check = new SupportCheck(tree);
        Rules vip = check.on(ObjectType.LOAD_BALANCER, tree.id());
        vip.holds(!tree.vipAddresses().isEmpty(), "A VIP address is needed");
        vip.holds(tree.spec().vipQosPolicyId() == null, "A QoS policy is not supported");
        tree.vipAddresses().forEach(address -> vip.fits("VIP address", () -> Address.parse(address)));
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
        rules.holds(
                spec.protocol() != ListenerProtocol.TERMINATED_HTTPS
                        || !spec.tls().identities().isEmpty(),
                "A certificate is needed");
        ciphers(rules, spec.tls().tlsCiphers());
        rules.holds(spec.connectionLimit() != 0, "A connection limit of 0 is not supported");
        rules.holds(spec.timeoutTcpInspect() == 0, "timeout_tcp_inspect is not supported");
        rules.holds(
                IntStream.of(spec.timeoutClientData(), spec.timeoutMemberData())
                        .allMatch(millis -> millis <= Timeouts.MAX_IDLE_MILLIS),
                "A timeout of more than a day is not supported");
        headers(rules, spec);
        if (spec.allowedCidrs() != null) {
            spec.allowedCidrs().forEach(cidr -> rules.fits("Allowed CIDR", () -> Address.cidr(cidr)));
        }
        listener.poolIds().forEach(pool -> uses(rules, listener, pool));
        rules.holds(
                Stickiness.all(tree, listener).size() <= 1,
                "All pools of a listener must have the same session persistence, and all or none be SOURCE_IP");
        rules.holds(
                listener.poolIds().stream()
                                .flatMap(pool -> tree.pool(pool).stream())
                                .map(pool -> pool.spec().tls())
                                .distinct()
                                .count()
                        <= 1,
                "All pools of a listener must speak TLS alike");
        for (L7Policy policy : listener.l7Policies()) {
            L7Check.policy(on(ObjectType.L7_POLICY, policy.id()), listener, policy.spec());
            policy.rules().forEach(rule -> L7Check.rule(on(ObjectType.L7_RULE, rule.id()), rule.spec()));
        }
    }

    private static void headers(Rules rules, ListenerSpec spec) {
        spec.insertHeaders()
                .keySet()
                .forEach(name -> rules.holds(
                        InsertHeader.find(name)
                                .filter(header ->
                                        !header.ofTls() || spec.protocol() == ListenerProtocol.TERMINATED_HTTPS)
                                .isPresent(),
                        "This header cannot be inserted"));
        rules.holds(
                spec.insertHeaders().isEmpty() || spec.protocol().readsHttp(),
                "Headers can be inserted with HTTP listeners only");
    }

    /** Whether a listener can hand its traffic to a pool. */
    private void uses(Rules rules, Listener listener, UUID poolId) {
        ListenerProtocol protocol = listener.spec().protocol();
        tree.pool(poolId)
                .ifPresentOrElse(
                        pool -> {
                            rules.holds(
                                    protocol.accepts(pool.spec().protocol()),
                                    "A " + protocol + " listener cannot use a "
                                            + pool.spec().protocol() + " pool");
                            rules.holds(
                                    !pool.spec().tls().tlsEnabled() || protocol.transport() == Transport.TCP,
                                    "TLS needs TCP");
                            rules.holds(
                                    protocol.readsHttp() || !PoolCheck.cookies(pool.spec()),
                                    "Cookies can be used with HTTP listeners only");
                        },
                        () -> rules.holds(false, "The pool is not part of the load balancer"));
    }

    private static void ciphers(Rules rules, String list) {
        rules.matchesIfGiven("Cipher list", ListenerTls.CIPHERS, list);
        rules.holds(Ciphers.any(list), "None of these ciphers is supported");
    }

    private void pool(Pool pool) {
        PoolTls tls = pool.spec().tls();
        Rules rules = on(ObjectType.POOL, pool.id());
        PoolCheck.pool(rules, pool.spec());
        rules.none(Support.CAPABILITIES.tls().lacking(tls));
        ciphers(rules, tls.tlsCiphers());
        if (pool.healthMonitor() != null) {
            PoolCheck.monitor(
                    on(ObjectType.HEALTH_MONITOR, pool.healthMonitor().id()),
                    pool.healthMonitor().spec());
        }
        pool.members().forEach(member -> PoolCheck.member(on(ObjectType.MEMBER, member.id()), member.spec()));
    }
}
