package io.lbaas.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What of TLS a device may or may not be able to do, with the attribute that asks for it. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates have no state
public enum TlsFeature {
    SNI("sni_container_refs", tls -> !tls.sniContainerRefs().isEmpty(), tls -> false),
    CLIENT_AUTHENTICATION(
            "client_authentication", tls -> tls.clientAuthentication() != ClientAuthentication.NONE, tls -> false),
    CLIENT_REVOCATION("client_crl_container_ref", tls -> tls.clientCrlContainerRef() != null, tls -> false),
    HSTS("hsts_max_age", tls -> tls.hstsMaxAge() != null, tls -> false),
    MEMBER_ENCRYPTION("tls_enabled", tls -> false, PoolTls::tlsEnabled),
    MEMBER_AUTHENTICATION("ca_tls_container_ref", tls -> false, tls -> tls.caTlsContainerRef() != null),
    MEMBER_REVOCATION("crl_container_ref", tls -> false, tls -> tls.crlContainerRef() != null),
    OWN_CERTIFICATE("tls_container_ref", tls -> false, tls -> tls.tlsContainerRef() != null);

    private final String attribute;
    private final Predicate<ListenerTls> usedByListener;
    private final Predicate<PoolTls> usedByPool;

    TlsFeature(String attribute, Predicate<ListenerTls> usedByListener, Predicate<PoolTls> usedByPool) {
        this.attribute = attribute;
        this.usedByListener = usedByListener;
        this.usedByPool = usedByPool;
    }

    /** The attribute that asks for it. */
    @Override
    public String toString() {
        return attribute;
    }

    /** What a listener needs. */
    public static Set<TlsFeature> of(ListenerTls tls) {
        return features(feature -> feature.usedByListener.test(tls));
    }

    /** What a pool needs. */
    public static Set<TlsFeature> of(PoolTls tls) {
        return features(feature -> feature.usedByPool.test(tls));
    }

    private static Set<TlsFeature> features(Predicate<TlsFeature> used) {
        return Arrays.stream(values())
                .filter(used)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TlsFeature.class)));
    }
}
