package io.lbaas.driver.netscaler.config;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** NetScaler's names of ciphers, by OpenSSL's. */
final class Ciphers {
    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("TLS_AES_128_GCM_SHA256", "TLS1.3-AES128-GCM-SHA256"),
            entry("TLS_AES_256_GCM_SHA384", "TLS1.3-AES256-GCM-SHA384"),
            entry("TLS_CHACHA20_POLY1305_SHA256", "TLS1.3-CHACHA20-POLY1305-SHA256"),
            entry("ECDHE-ECDSA-AES128-GCM-SHA256", "TLS1.2-ECDHE-ECDSA-AES128-GCM-SHA256"),
            entry("ECDHE-ECDSA-AES256-GCM-SHA384", "TLS1.2-ECDHE-ECDSA-AES256-GCM-SHA384"),
            entry("ECDHE-ECDSA-CHACHA20-POLY1305", "TLS1.2-ECDHE-ECDSA-CHACHA20-POLY1305"),
            entry("ECDHE-ECDSA-AES128-SHA256", "TLS1.2-ECDHE-ECDSA-AES128-SHA256"),
            entry("ECDHE-ECDSA-AES256-SHA384", "TLS1.2-ECDHE-ECDSA-AES256-SHA384"),
            entry("ECDHE-ECDSA-AES128-SHA", "TLS1-ECDHE-ECDSA-AES128-SHA"),
            entry("ECDHE-ECDSA-AES256-SHA", "TLS1-ECDHE-ECDSA-AES256-SHA"),
            entry("ECDHE-RSA-AES128-GCM-SHA256", "TLS1.2-ECDHE-RSA-AES128-GCM-SHA256"),
            entry("ECDHE-RSA-AES256-GCM-SHA384", "TLS1.2-ECDHE-RSA-AES256-GCM-SHA384"),
            entry("ECDHE-RSA-CHACHA20-POLY1305", "TLS1.2-ECDHE-RSA-CHACHA20-POLY1305"),
            entry("ECDHE-RSA-AES128-SHA256", "TLS1.2-ECDHE-RSA-AES-128-SHA256"),
            entry("ECDHE-RSA-AES256-SHA384", "TLS1.2-ECDHE-RSA-AES-256-SHA384"),
            entry("ECDHE-RSA-AES128-SHA", "TLS1-ECDHE-RSA-AES128-SHA"),
            entry("ECDHE-RSA-AES256-SHA", "TLS1-ECDHE-RSA-AES256-SHA"),
            entry("DHE-RSA-AES128-GCM-SHA256", "TLS1.2-DHE-RSA-AES128-GCM-SHA256"),
            entry("DHE-RSA-AES256-GCM-SHA384", "TLS1.2-DHE-RSA-AES256-GCM-SHA384"),
            entry("AES128-GCM-SHA256", "TLS1.2-AES128-GCM-SHA256"),
            entry("AES256-GCM-SHA384", "TLS1.2-AES256-GCM-SHA384"),
            entry("AES128-SHA256", "TLS1.2-AES-128-SHA256"),
            entry("AES256-SHA256", "TLS1.2-AES-256-SHA256"),
            entry("AES128-SHA", "TLS1-AES-128-CBC-SHA"),
            entry("AES256-SHA", "TLS1-AES-256-CBC-SHA"));

    private Ciphers() {}

    /** Those of a list that NetScaler has. Others are left out, as OpenSSL leaves out what it does not know. */
    static List<String> of(String list) {
        return Stream.ofNullable(list)
                .flatMap(each -> Arrays.stream(each.split(":")))
                .filter(NAMES::containsKey)
                .map(NAMES::get)
                .distinct()
                .toList();
    }
}
