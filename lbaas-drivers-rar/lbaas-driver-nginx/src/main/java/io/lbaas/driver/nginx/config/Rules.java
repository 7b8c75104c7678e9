package io.lbaas.driver.nginx.config;

import io.lbaas.model.DesiredLoadBalancer;
import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.ObjectRef;
import io.lbaas.model.PoolProtocol;
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

    /** Refuses a list of ciphers that holds anything else; there may be none. */
    void ciphers(String text) {
        holds(text == null || text.matches(ListenerTls.CIPHERS), "Cipher list is not valid");
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
        tree.pool(poolId)
                .ifPresentOrElse(
                        pool -> uses(listener.spec().protocol(), pool),
                        () -> holds(false, "The pool is not part of the load balancer"));
    }

    private void uses(ListenerProtocol listener, Pool pool) {
        PoolProtocol protocol = pool.spec().protocol();
        holds(listener.accepts(protocol), "A " + listener + " listener cannot use a " + protocol + " pool");
        holds(
                !listener.readsHttp() || protocol != PoolProtocol.PROXY,
                "nginx speaks the PROXY protocol for TCP and HTTPS listeners only");
        holds(
                listener.readsHttp() || pool.spec().tls().caTlsContainerRef() == null,
                "nginx compares the certificates of members with the host of a request, which only HTTP listeners have");
        holds(protocol != PoolProtocol.UDP || !pool.spec().tls().tlsEnabled(), "Datagrams cannot be encrypted");
    }

    void member(MemberSpec member) {
        fits("Address", () -> Word.endpoint(member.address(), member.protocolPort()));
        holds(member.weight() >= 0 && member.weight() <= MAX_WEIGHT, "Weight is not valid");
    }
}
