package io.lbaas.driver.haproxy.config;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Rules about one object; the first that does not hold is its problem. Messages never repeat a tenant's text. */
record Rules(ObjectRef object, Map<ObjectRef, String> problems) {
    private static final int MAX_WEIGHT = 256;

    void holds(boolean condition, String otherwise) {
        if (!condition) {
            problems.putIfAbsent(object, otherwise);
        }
    }

    <T> void supported(Set<T> values, T value) {
        holds(values.contains(value), value + " is not supported");
    }

    /** Refuses what is lacking, by name. */
    void none(List<String> lacking) {
        lacking.forEach(lack -> holds(false, lack + " is not supported"));
    }

    void matches(String what, String pattern, String text) {
        holds(text != null && text.matches(pattern), what + " is not valid");
    }

    void ciphers(String ciphers) {
        if (ciphers != null) {
            matches("Ciphers", ListenerTls.CIPHERS, ciphers);
        }
    }

    /** Whether a value can be read at all. */
    void fits(String what, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            holds(false, what + " is not valid: " + e.getMessage());
        }
    }

    /** Whether a listener can hand its traffic to a pool. */
    void uses(DesiredLoadBalancer tree, Listener listener, UUID poolId) {
        ListenerProtocol protocol = listener.spec().protocol();
        tree.pool(poolId)
                .ifPresentOrElse(
                        pool -> holds(
                                protocol.accepts(pool.spec().protocol()),
                                "A " + protocol + " listener cannot use a "
                                        + pool.spec().protocol() + " pool"),
                        () -> holds(false, "The pool is not part of the load balancer"));
    }

    void member(MemberSpec member) {
        fits("Address", () -> Word.endpoint(member.address(), member.protocolPort()));
        holds(member.weight() >= 0 && member.weight() <= MAX_WEIGHT, "Weight is not valid");
        if (member.monitorAddress() != null) {
            fits("Monitor address", () -> Word.address(member.monitorAddress()));
        }
        if (member.monitorPort() != null) {
            fits("Monitor port", () -> Word.endpoint(member.address(), member.monitorPort()));
        }
    }

    void monitor(HealthMonitorSpec monitor) {
        supported(Support.CAPABILITIES.monitorTypes(), monitor.type());
        holds(monitor.delay() > 0, "A delay of 0 seconds is not supported");
        holds(monitor.timeout() > 0, "A timeout of 0 seconds is not supported");
        if (monitor.urlPath() != null) {
            matches("URL path", HealthMonitorSpec.URL_PATH, monitor.urlPath());
        }
        if (monitor.expectedCodes() != null) {
            matches("Expected codes", HealthMonitorSpec.EXPECTED_CODES, monitor.expectedCodes());
        }
        if (monitor.domainName() != null) {
            matches("Domain name", HealthMonitorSpec.DOMAIN_NAME, monitor.domainName());
        }
        if (monitor.httpVersion() != null) {
            matches("HTTP version", "1\\.[01]", monitor.httpVersion().toPlainString());
        }
    }
}
