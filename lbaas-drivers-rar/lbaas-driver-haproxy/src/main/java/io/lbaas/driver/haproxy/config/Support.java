package io.lbaas.driver.haproxy.config;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.ProfileKeys;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.model.Algorithm;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.MonitorType;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.TlsFeature;
import io.lbaas.model.TlsVersion;
import java.util.EnumSet;
import java.util.Map;

/** What the renderer can render. */
public final class Support {
    /** The key of flavor profiles that says whether a load balancer has a process of its own. */
    public static final String ISOLATION = "isolation";

    /** The value that gives it one. */
    public static final String PROCESS = "process";

    static final String SHARED = "shared";

    public static final Capabilities CAPABILITIES = new Capabilities(
                    EnumSet.of(
                            ListenerProtocol.HTTP,
                            ListenerProtocol.HTTPS,
                            ListenerProtocol.TCP,
                            ListenerProtocol.TERMINATED_HTTPS,
                            ListenerProtocol.PROMETHEUS),
                    EnumSet.of(
                            PoolProtocol.HTTP,
                            PoolProtocol.HTTPS,
                            PoolProtocol.TCP,
                            PoolProtocol.PROXY,
                            PoolProtocol.PROXYV2),
                    EnumSet.of(Algorithm.ROUND_ROBIN, Algorithm.LEAST_CONNECTIONS, Algorithm.SOURCE_IP),
                    EnumSet.allOf(PersistenceType.class),
                    EnumSet.of(
                            MonitorType.HTTP,
                            MonitorType.HTTPS,
                            MonitorType.TCP,
                            MonitorType.TLS_HELLO,
                            MonitorType.PING),
                    new Capabilities.L7(
                            EnumSet.of(ListenerProtocol.HTTP, ListenerProtocol.TERMINATED_HTTPS),
                            EnumSet.allOf(L7Action.class),
                            EnumSet.allOf(L7RuleType.class),
                            EnumSet.allOf(L7CompareType.class)),
                    // OpenSSL has no SSLv3 any more.
                    new TlsSupport(EnumSet.complementOf(EnumSet.of(TlsVersion.SSL_3)), EnumSet.allOf(TlsFeature.class)),
                    true)
            .with(ProfileKeys.OF_THE_SCHEDULER.withFlavorKeys(Map.of(
                    ISOLATION,
                    "Whether a load balancer has a process of its own: process, or shared, which is the default.")));

    private Support() {}
}
