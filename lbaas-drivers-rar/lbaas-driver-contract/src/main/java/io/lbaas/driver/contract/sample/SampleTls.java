package io.lbaas.driver.contract.sample;

import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolTls;
import io.lbaas.model.TlsFeature;
import java.util.List;
import java.util.Set;

/** All of TLS that a driver can, with material behind the references {@code site, shop, ca} and {@code crl}. */
record SampleTls(Set<TlsFeature> features) {

    private <T> T where(TlsFeature feature, T value, T otherwise) {
        return features.contains(feature) ? value : otherwise;
    }

    ListenerTls listener(String ciphers) {
        return new ListenerTls(
                        "site",
                        where(TlsFeature.SNI, List.of("shop"), List.of()),
                        where(TlsFeature.CLIENT_AUTHENTICATION, "ca", null),
                        where(TlsFeature.CLIENT_REVOCATION, "crl", null),
                        where(
                                TlsFeature.CLIENT_AUTHENTICATION,
                                ClientAuthentication.OPTIONAL,
                                ClientAuthentication.NONE),
                        ciphers,
                        null,
                        null,
                        where(TlsFeature.HSTS, 60, null),
                        true,
                        true)
                .withDefaults();
    }

    PoolTls pool(String ciphers) {
        if (!features.contains(TlsFeature.MEMBER_ENCRYPTION)) {
            return PoolTls.NONE;
        }
        return new PoolTls(
                        true,
                        where(TlsFeature.OWN_CERTIFICATE, "site", null),
                        where(TlsFeature.MEMBER_AUTHENTICATION, "ca", null),
                        where(TlsFeature.MEMBER_REVOCATION, "crl", null),
                        ciphers,
                        null,
                        null)
                .withDefaults();
    }
}
