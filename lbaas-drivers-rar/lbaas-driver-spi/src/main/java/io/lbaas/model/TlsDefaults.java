package io.lbaas.model;

import java.util.List;

/** What is negotiated where the tenant does not say. */
public final class TlsDefaults {

    public static final List<TlsVersion> VERSIONS = List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);

    public static final List<AlpnProtocol> ALPN_PROTOCOLS = List.of(AlpnProtocol.values());

    /** OpenSSL names, those of TLS 1.3 first. */
    public static final String CIPHERS = String.join(
            ":",
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "ECDHE-ECDSA-AES128-GCM-SHA256",
            "ECDHE-RSA-AES128-GCM-SHA256",
            "ECDHE-ECDSA-AES256-GCM-SHA384",
            "ECDHE-RSA-AES256-GCM-SHA384",
            "ECDHE-ECDSA-CHACHA20-POLY1305",
            "ECDHE-RSA-CHACHA20-POLY1305",
            "DHE-RSA-AES128-GCM-SHA256",
            "DHE-RSA-AES256-GCM-SHA384",
            "DHE-RSA-CHACHA20-POLY1305");

    private TlsDefaults() {}
}
