package io.lbaas.driver.netscaler.config;

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

/** What the mappers can map. */
public final class Support {
    public static final Capabilities CAPABILITIES = new Capabilities(
            EnumSet.of(
                    ListenerProtocol.HTTP,
                    ListenerProtocol.HTTPS,
                    ListenerProtocol.TERMINATED_HTTPS,
                    ListenerProtocol.TCP,
                    ListenerProtocol.UDP),
            EnumSet.of(PoolProtocol.HTTP, PoolProtocol.HTTPS, PoolProtocol.TCP, PoolProtocol.UDP),
            EnumSet.allOf(Algorithm.class),
            EnumSet.allOf(PersistenceType.class),
            MonitorMapper.TYPES.keySet(),
            new Capabilities.L7(
                    EnumSet.of(ListenerProtocol.HTTP, ListenerProtocol.TERMINATED_HTTPS),
                    EnumSet.allOf(L7Action.class),
                    EnumSet.complementOf(EnumSet.of(L7RuleType.SSL_VERIFY_RESULT)),
                    EnumSet.allOf(L7CompareType.class)),
            new TlsSupport(
                    EnumSet.complementOf(EnumSet.of(TlsVersion.SSL_3)),
                    EnumSet.complementOf(EnumSet.of(TlsFeature.CLIENT_REVOCATION, TlsFeature.MEMBER_REVOCATION))),
            true);

    private Support() {}
}
