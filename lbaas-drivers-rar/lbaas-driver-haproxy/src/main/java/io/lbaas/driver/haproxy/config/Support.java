package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.model.Algorithm;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import java.util.EnumSet;

/** What the renderer can render. */
public final class Support {
    public static final Capabilities CAPABILITIES = new Capabilities(
            EnumSet.of(ListenerProtocol.HTTP, ListenerProtocol.HTTPS, ListenerProtocol.TCP),
            EnumSet.of(
                    PoolProtocol.HTTP, PoolProtocol.HTTPS, PoolProtocol.TCP, PoolProtocol.PROXY, PoolProtocol.PROXYV2),
            EnumSet.of(Algorithm.ROUND_ROBIN, Algorithm.LEAST_CONNECTIONS, Algorithm.SOURCE_IP),
            EnumSet.allOf(PersistenceType.class),
            EnumSet.of(MonitorType.HTTP, MonitorType.HTTPS, MonitorType.TCP, MonitorType.TLS_HELLO),
            Capabilities.L7.NONE,
            TlsSupport.NONE,
            true);

    private Support() {}
}
