package io.lbaas.driver.netscaler.config;

import io.lbaas.driver.spi.IpLiteral;
import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Member;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.ObjectType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolTls;
import io.lbaas.model.SessionPersistence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what of pools cannot be mapped. */
final class PoolCheck {
    private final DesiredLoadBalancer tree;
    private final Problems problems;

    PoolCheck(DesiredLoadBalancer tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    void pool(Pool pool) {
        ObjectRef self = new ObjectRef(ObjectType.POOL, pool.id());
        List<Listener> users = tree.listeners().stream()
                .filter(listener -> listener.poolIds().contains(pool.id()))
                .toList();
        boolean http =
                users.stream().allMatch(listener -> listener.spec().protocol().readsHttp());
        problems.unless(
                users.stream()
                        .allMatch(user ->
                                user.spec().protocol().accepts(pool.spec().protocol())),
                self,
                "The protocol does not go with that of a listener");
        PoolTls tls = pool.spec().tls();
        if (tls.tlsEnabled()) {
            problems.unless(http, self, "Members can be spoken to in TLS for HTTP listeners only");
            problems.unless(!Ciphers.of(tls.tlsCiphers()).isEmpty(), self, "None of tls_ciphers is supported");
        }
        if (pool.spec().sessionPersistence() != null) {
            persistence(self, pool.spec().sessionPersistence(), http);
        }
        pool.members().forEach(this::member);
        if (pool.healthMonitor() != null) {
            monitor(pool);
        }
    }

    private void persistence(ObjectRef self, SessionPersistence persistence, boolean http) {
        problems.unless(
                persistence.type() == PersistenceType.SOURCE_IP || http,
                self,
                "Cookies can be used with HTTP listeners only");
        problems.unless(
                PersistenceMapper.minutes(persistence) <= PersistenceMapper.MOST_MINUTES,
                self,
                "persistence_timeout is a day at most on this device");
        problems.unless(persistence.persistenceGranularity() == null, self, "persistence_granularity is not supported");
        problems.unless(
                persistence.type() != PersistenceType.APP_COOKIE
                        || (persistence.cookieName() != null
                                && persistence.cookieName().matches(SessionPersistence.COOKIE_NAME)),
                self,
                "Cookie name is not supported");
    }

    private void member(Member member) {
        MemberSpec spec = member.spec();
        ObjectRef self = new ObjectRef(ObjectType.MEMBER, member.id());
        problems.unlessFits(self, "address", () -> IpLiteral.parse(spec.address()));
        problems.unless(spec.monitorAddress() == null, self, "monitor_address is not supported");
    }

    private void monitor(Pool pool) {
        ObjectRef self =
                new ObjectRef(ObjectType.HEALTH_MONITOR, pool.healthMonitor().id());
        Set<Integer> ports = new HashSet<>();
        pool.members().forEach(member -> ports.add(member.spec().monitorPort()));
        problems.unless(ports.size() <= 1, self, "monitor_port must be the same for all members of a pool");
        HealthMonitorSpec spec = pool.healthMonitor().spec();
        problems.unless(
                spec.delay() <= MonitorMapper.MAX_DELAY,
                self,
                "delay is " + MonitorMapper.MAX_DELAY + " at most on this device");
        if (spec.type().speaksHttp()) {
            problems.unless(spec.httpMethod() != null, self, "A method is needed");
            problems.unless(
                    spec.urlPath() != null && spec.urlPath().matches(HealthMonitorSpec.URL_PATH),
                    self,
                    "Path is not supported");
            problems.unless(
                    spec.expectedCodes() != null && spec.expectedCodes().matches(HealthMonitorSpec.EXPECTED_CODES),
                    self,
                    "Codes are not supported");
            problems.unless(
                    StatusCodes.of(spec.expectedCodes()).size() <= StatusCodes.MAX_RANGES,
                    self,
                    "More than " + StatusCodes.MAX_RANGES + " ranges of codes are not supported");
            problems.unlessMatches(HealthMonitorSpec.DOMAIN_NAME, spec.domainName(), self, "Domain name");
        }
    }
}
