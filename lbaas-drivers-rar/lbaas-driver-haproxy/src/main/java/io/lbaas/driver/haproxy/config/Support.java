package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.model.Algorithm;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleType;
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
            new Capabilities.L7(
                    EnumSet.of(ListenerProtocol.HTTP),
                    EnumSet.allOf(L7Action.class),
                    EnumSet.allOf(L7RuleType.class),
                    EnumSet.allOf(L7CompareType.class)),
            TlsSupport.NONE,
            true);

    private Support() {}
}
