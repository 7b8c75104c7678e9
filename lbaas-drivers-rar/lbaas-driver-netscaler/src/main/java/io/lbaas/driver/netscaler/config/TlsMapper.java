package io.lbaas.driver.netscaler.config;

import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolTls;
import io.lbaas.model.TlsVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Maps how TLS is spoken with clients and with members. */
final class TlsMapper {
    private static final Map<TlsVersion, String> VERSIONS = Map.of(
            TlsVersion.TLS_1_0, "tls1",
            TlsVersion.TLS_1_1, "tls11",
            TlsVersion.TLS_1_2, "tls12",
            TlsVersion.TLS_1_3, "tls13");

    private final Config config;
    private final Certificates certificates;

    TlsMapper(Config config, Certificates certificates) {
        this.config = config;
        this.certificates = certificates;
    }

    void server(String name, ListenerTls tls) {
        boolean authenticated = tls.clientAuthentication() != ClientAuthentication.NONE;
        List<Object> settings = new ArrayList<>(Arrays.asList(
                "vservername", name,
                "clientauth", enabled(authenticated),
                "clientcert", tls.clientAuthentication() == ClientAuthentication.OPTIONAL ? "Optional" : null,
                "snienable", enabled(!tls.sniContainerRefs().isEmpty()),
                "hsts", enabled(tls.hstsMaxAge() != null),
                "maxage", tls.hstsMaxAge() == null ? 0 : tls.hstsMaxAge(),
                "includesubdomains", yes(tls.hstsMaxAge() != null && tls.hstsIncludeSubdomains()),
                "preload", yes(tls.hstsMaxAge() != null && tls.hstsPreload())));
        settings.addAll(versions(tls.tlsVersions()));
        config.add(NitroType.SSL_SERVER, settings.toArray());
        Ciphers.of(tls.tlsCiphers())
                .forEach(cipher -> config.add(NitroType.SSL_SERVER_CIPHER, "vservername", name, "ciphername", cipher));
        if (tls.defaultTlsContainerRef() != null) {
            certificate(name, certificates.identity(tls.defaultTlsContainerRef()), null);
        }
        tls.sniContainerRefs().forEach(reference -> certificate(name, certificates.identity(reference), "snicert"));
        if (authenticated && tls.clientCaTlsContainerRef() != null) {
            certificates
                    .authorities(tls.clientCaTlsContainerRef())
                    .forEach(authority -> certificate(name, authority, "ca"));
        }
    }

    private void certificate(String server, String certificate, String flag) {
        config.add(
                NitroType.SSL_SERVER_CERTIFICATE,
                "vservername",
                server,
                "certkeyname",
                certificate,
                flag == null ? "ca" : flag,
                flag != null);
    }

    void group(String name, PoolTls tls) {
        List<Object> settings = new ArrayList<>(
                Arrays.asList("servicegroupname", name, "serverauth", enabled(tls.caTlsContainerRef() != null)));
        settings.addAll(versions(tls.tlsVersions()));
        config.add(NitroType.SSL_SERVICE_GROUP, settings.toArray());
        Ciphers.of(tls.tlsCiphers())
                .forEach(cipher ->
                        config.add(NitroType.SSL_SERVICE_GROUP_CIPHER, "servicegroupname", name, "ciphername", cipher));
        if (tls.tlsContainerRef() != null) {
            config.add(
                    NitroType.SSL_SERVICE_GROUP_CERTIFICATE,
                    "servicegroupname",
                    name,
                    "certkeyname",
                    certificates.identity(tls.tlsContainerRef()));
        }
        if (tls.caTlsContainerRef() != null) {
            certificates
                    .authorities(tls.caTlsContainerRef())
                    .forEach(authority -> config.add(
                            NitroType.SSL_SERVICE_GROUP_CERTIFICATE,
                            "servicegroupname",
                            name,
                            "certkeyname",
                            authority,
                            "ca",
                            true));
        }
    }

    private static List<Object> versions(List<TlsVersion> wanted) {
        // SSLv3 is on unless it is said to be off.
        List<Object> pairs = new ArrayList<>(List.of("ssl3", enabled(false)));
        VERSIONS.forEach((version, attribute) -> pairs.addAll(List.of(attribute, enabled(wanted.contains(version)))));
        return pairs;
    }

    static String enabled(boolean on) {
        return on ? "ENABLED" : "DISABLED";
    }

    static String yes(boolean on) {
        return on ? "YES" : "NO";
    }
}
