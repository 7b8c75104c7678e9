package io.lbaas.driver.bigip.declaration;

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
import io.lbaas.model.TlsFeature;
import io.lbaas.model.TlsVersion;
import java.util.EnumSet;

/** What the renderer can render. */
public final class Support {
    public static final Capabilities CAPABILITIES = new Capabilities(
            EnumSet.complementOf(EnumSet.of(ListenerProtocol.PROMETHEUS)),
            EnumSet.complementOf(EnumSet.of(PoolProtocol.PROXY, PoolProtocol.PROXYV2)),
            EnumSet.complementOf(EnumSet.of(Algorithm.SOURCE_IP_PORT)),
            EnumSet.allOf(PersistenceType.class),
            EnumSet.complementOf(EnumSet.of(MonitorType.SCTP)),
            // Policies know no regular expressions and nothing of certificates.
            new Capabilities.L7(
                    EnumSet.of(ListenerProtocol.HTTP, ListenerProtocol.TERMINATED_HTTPS),
                    EnumSet.allOf(L7Action.class),
                    EnumSet.range(L7RuleType.HOST_NAME, L7RuleType.COOKIE),
                    EnumSet.complementOf(EnumSet.of(L7CompareType.REGEX))),
            // A declaration can only refer to revocation lists that are on the device already.
            new TlsSupport(
                    EnumSet.complementOf(EnumSet.of(TlsVersion.SSL_3)),
                    EnumSet.complementOf(EnumSet.of(TlsFeature.CLIENT_REVOCATION, TlsFeature.MEMBER_REVOCATION))),
            true);

    private Support() {}
}
