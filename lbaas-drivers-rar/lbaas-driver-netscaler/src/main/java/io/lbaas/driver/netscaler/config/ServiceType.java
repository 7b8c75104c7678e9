package io.lbaas.driver.netscaler.config;

import io.lbaas.model.DesiredLoadBalancer.Listener;
import io.lbaas.model.DesiredLoadBalancer.Pool;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PoolProtocol;
import java.util.EnumMap;
import java.util.Map;

/** What NetScaler speaks, with clients or with members. */
enum ServiceType {
    HTTP,
    SSL,
    TCP,
    SSL_BRIDGE,
    UDP;

    private static final Map<ListenerProtocol, ServiceType> OF_LISTENERS = new EnumMap<>(Map.of(
            ListenerProtocol.HTTP, HTTP,
            ListenerProtocol.TERMINATED_HTTPS, SSL,
            ListenerProtocol.HTTPS, SSL_BRIDGE,
            ListenerProtocol.TCP, TCP,
            ListenerProtocol.UDP, UDP));

    private static final Map<PoolProtocol, ServiceType> OF_POOLS = new EnumMap<>(Map.of(
            PoolProtocol.HTTP, HTTP, PoolProtocol.HTTPS, SSL_BRIDGE, PoolProtocol.TCP, TCP, PoolProtocol.UDP, UDP));

    static ServiceType of(Listener listener) {
        return OF_LISTENERS.get(listener.spec().protocol());
    }

    /** How members are spoken to on behalf of a listener. */
    static ServiceType of(Listener listener, Pool pool) {
        ServiceType type = listener.spec().protocol().readsHttp() ? HTTP : of(listener);
        return encrypted(type, pool);
    }

    /** How members are spoken to that no listener uses. */
    static ServiceType of(Pool pool) {
        return encrypted(OF_POOLS.get(pool.spec().protocol()), pool);
    }

    private static ServiceType encrypted(ServiceType type, Pool pool) {
        return type == HTTP && pool.spec().tls().tlsEnabled() ? SSL : type;
    }
}
