package io.lbaas.driver.nginx.config;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.driver.spi.TlsSupport;
import io.lbaas.model.Algorithm;
import io.lbaas.model.L7Action;
import io.lbaas.model.L7CompareType;
import io.lbaas.model.L7RuleType;
import io.lbaas.model.ListenerProtocol;
import io.lbaas.model.PersistenceType;
import io.lbaas.model.PoolProtocol;
import io.lbaas.model.TlsFeature;
import io.lbaas.model.TlsVersion;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the renderer can render. The open-source edition of nginx does not check members by itself, sets no cookies and
 * learns none of an application's.
 */
public final class Support {
    public static final Capabilities CAPABILITIES = new Capabilities(
            EnumSet.of(
                    ListenerProtocol.HTTP,
                    ListenerProtocol.HTTPS,
                    ListenerProtocol.TCP,
                    ListenerProtocol.UDP,
                    ListenerProtocol.TERMINATED_HTTPS),
            EnumSet.of(PoolProtocol.HTTP, PoolProtocol.HTTPS, PoolProtocol.TCP, PoolProtocol.UDP, PoolProtocol.PROXY),
            EnumSet.allOf(Algorithm.class),
            EnumSet.of(PersistenceType.SOURCE_IP),
            Set.of(),
            new Capabilities.L7(
                    EnumSet.of(ListenerProtocol.HTTP, ListenerProtocol.TERMINATED_HTTPS),
                    EnumSet.allOf(L7Action.class),
                    EnumSet.allOf(L7RuleType.class),
                    EnumSet.allOf(L7CompareType.class)),
            // OpenSSL has no SSLv3 any more.
            new TlsSupport(EnumSet.complementOf(EnumSet.of(TlsVersion.SSL_3)), EnumSet.allOf(TlsFeature.class)),
            true);

    private Support() {}
}
