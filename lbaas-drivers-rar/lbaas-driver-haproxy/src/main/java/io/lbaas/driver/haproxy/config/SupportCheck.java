package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.spi.IpLiteral;
import io.lbaas.driver.spi.ValidationReport;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.L7Policy;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.MonitorType;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.SessionPersistence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds what of a tree cannot be rendered: beyond the capabilities, or not fit to stand in a configuration. */
public final class SupportCheck {
    private final DesiredLoadBalancer tree;
    private final Map<ObjectRef, String> problems = new LinkedHashMap<>();

    private SupportCheck(DesiredLoadBalancer tree) {
        this.tree = tree;
    }

    public static ValidationReport check(DesiredLoadBalancer tree) {
        SupportCheck check = new SupportCheck(tree);
        Rules vip = check.on(ObjectType.LOAD_BALANCER, tree.id());
        tree.vipAddresses().forEach(address -> vip.fits("VIP address", () -> IpLiteral.parse(address)));
        vip.supported(
                Set.of(Support.PROCESS, Support.SHARED),
                tree.profile().getOrDefault(Support.ISOLATION, Support.SHARED));
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

    private void pool(Pool pool) {
        Rules rules = on(ObjectType.POOL, pool.id());
        rules.supported(Support.CAPABILITIES.poolProtocols(), pool.spec().protocol());
        rules.none(Support.CAPABILITIES.tls().lacking(pool.spec().tls()));
        rules.ciphers(pool.spec().tls().tlsCiphers());
        rules.supported(Support.CAPABILITIES.algorithms(), pool.spec().lbAlgorithm());
        if (pool.spec().sessionPersistence() != null) {
            persistence(rules, pool, pool.spec().sessionPersistence());
        }
        boolean pings =
                pool.healthMonitor() != null && pool.healthMonitor().spec().type() == MonitorType.PING;
        if (pool.healthMonitor() != null) {
            on(ObjectType.HEALTH_MONITOR, pool.healthMonitor().id())
                    .monitor(pool.healthMonitor().spec());
        }
        for (Member member : pool.members()) {
            Rules memberRules = on(ObjectType.MEMBER, member.id());
            memberRules.member(member.spec());
            memberRules.holds(
                    !pings || member.spec().monitorAddress() == null,
                    "A PING monitor knows no monitor_address, it pings the member's own address");
        }
    }

    private void persistence(Rules rules, Pool pool, SessionPersistence persistence) {
        rules.supported(Support.CAPABILITIES.persistenceTypes(), persistence.type());
        boolean cookies =
                Set.of(PersistenceType.HTTP_COOKIE, PersistenceType.APP_COOKIE).contains(persistence.type());
        rules.holds(
                !cookies
                        || tree.listeners().stream()
                                .filter(listener -> listener.poolIds().contains(pool.id()))
                                .allMatch(listener -> listener.spec().protocol().readsHttp()),
                "Cookies can be used with HTTP listeners only");
        if (persistence.type() == PersistenceType.APP_COOKIE) {
            rules.matches("Cookie name", SessionPersistence.COOKIE_NAME, persistence.cookieName());
        }
    }
}
