package io.lbaas.driver.bigip.declaration;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Names ciphers as the device does. */
final class Ciphers {
    /** What OpenSSL and this device name differently; empty for what this device does not have. */
    private static final Map<String, String> NAMES = Map.of(
            "TLS_AES_128_GCM_SHA256", "TLS13-AES128-GCM-SHA256",
            "TLS_AES_256_GCM_SHA384", "TLS13-AES256-GCM-SHA384",
            "TLS_CHACHA20_POLY1305_SHA256", "TLS13-CHACHA20-POLY1305-SHA256",
            "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-ECDSA-CHACHA20-POLY1305-SHA256",
            "ECDHE-RSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305-SHA256",
            "DHE-RSA-CHACHA20-POLY1305", "");

    private Ciphers() {}

    /** Those of an OpenSSL list that the device has, in the same order. */
    static Stream<String> of(String openssl) {
        return Arrays.stream(openssl.split(":"))
                .map(cipher -> NAMES.getOrDefault(cipher, cipher))
                .filter(cipher -> !cipher.isEmpty());
    }

    /** Whether the device has any of an OpenSSL list; no list is the default one. */
    static boolean any(String openssl) {
        return openssl == null || of(openssl).findAny().isPresent();
    }
}
