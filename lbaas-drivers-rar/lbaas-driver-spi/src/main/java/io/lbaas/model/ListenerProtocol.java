package io.lbaas.model;

import static io.lbaas.model.PoolProtocol.PROXY;
import static io.lbaas.model.PoolProtocol.PROXYV2;

import java.util.Set;

/** The protocol that a listener speaks to clients, with the pools it can be combined with. */
@SuppressWarnings("ImmutableEnumChecker") // the sets cannot be changed
public enum ListenerProtocol {
    HTTP(Transport.TCP, Set.of(PoolProtocol.HTTP, PROXY, PROXYV2)),
    HTTPS(Transport.TCP, Set.of(PoolProtocol.HTTPS, PROXY, PROXYV2, PoolProtocol.TCP)),
    TCP(Transport.TCP, Set.of(PoolProtocol.HTTP, PoolProtocol.HTTPS, PROXY, PROXYV2, PoolProtocol.TCP)),
    UDP(Transport.UDP, Set.of(PoolProtocol.UDP)),
    SCTP(Transport.SCTP, Set.of(PoolProtocol.SCTP)),
    TERMINATED_HTTPS(Transport.TCP, Set.of(PoolProtocol.HTTP, PROXY, PROXYV2)),
    PROMETHEUS(Transport.TCP, Set.of());

    private final Transport transport;
    private final Set<PoolProtocol> pools;

    ListenerProtocol(Transport transport, Set<PoolProtocol> pools) {
        this.transport = transport;
        this.pools = pools;
    }

    public Transport transport() {
        return transport;
    }

    /** Whether the device reads HTTP on this listener, so that headers and cookies can be used. */
    public boolean readsHttp() {
        return this == HTTP || this == TERMINATED_HTTPS;
    }

    public boolean accepts(PoolProtocol pool) {
        return pools.contains(pool);
    }
}
