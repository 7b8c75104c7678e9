package io.lbaas.driver.haproxy.config;

import io.lbaas.model.AlpnProtocol;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolTls;
import io.lbaas.model.TlsVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Renders how TLS is spoken, as words of a bind or server line. */
final class TlsRenderer {
    private static final String TLS_1_3_SUITE = "TLS_";

    /** What leaves a version out from between others. */
    private static final Map<TlsVersion, String> OMISSIONS =
            Map.of(TlsVersion.TLS_1_1, "no-tlsv11", TlsVersion.TLS_1_2, "no-tlsv12");

    private final List<Word> words = new ArrayList<>();

    private TlsRenderer() {}

    /** The end of a bind line. */
    static List<Word> listener(ListenerTls asked, TlsFiles files) {
        ListenerTls tls = asked.withDefaults();
        TlsRenderer line = new TlsRenderer();
        line.add("ssl");
        line.add("crt-list", files.identities(tls.identities()));
        if (tls.clientAuthentication() != ClientAuthentication.NONE) {
            line.add("ca-file", files.authorities(tls.clientCaTlsContainerRef()));
            boolean mandatory = tls.clientAuthentication() == ClientAuthentication.MANDATORY;
            line.add("verify", Word.literal(mandatory ? "required" : "optional"));
            if (tls.clientCrlContainerRef() != null) {
                line.add("crl-file", files.revocations(tls.clientCrlContainerRef()));
            }
        }
        line.negotiation(tls.tlsVersions(), tls.tlsCiphers());
        line.alpn(tls.alpnProtocols());
        return line.words;
    }

    /**
     * Options of a server line.
     *
     * @param http whether HAProxy reads what is sent, so that it can speak what was negotiated
     */
    static List<Word> pool(PoolTls asked, TlsFiles files, boolean http) {
        PoolTls tls = asked.withDefaults();
        TlsRenderer line = new TlsRenderer();
        line.add("ssl");
        line.add("verify", Word.literal(tls.caTlsContainerRef() == null ? "none" : "required"));
        if (tls.caTlsContainerRef() != null) {
            line.add("ca-file", files.authorities(tls.caTlsContainerRef()));
        }
        if (tls.crlContainerRef() != null) {
            line.add("crl-file", files.revocations(tls.crlContainerRef()));
        }
        if (tls.tlsContainerRef() != null) {
            line.add("crt", files.identity(tls.tlsContainerRef()));
        }
        // The name that the client asked for, if it came by TLS.
        line.add("sni", Word.literal("ssl_fc_sni"));
        line.negotiation(tls.tlsVersions(), tls.tlsCiphers());
        if (http) {
            line.alpn(tls.alpnProtocols());
        }
        return line.words;
    }

    /** The header that tells browsers to come by HTTPS only. */
    static Word strictTransport(ListenerTls tls) {
        return Word.quoted("max-age=" + tls.hstsMaxAge()
                + (tls.hstsIncludeSubdomains() ? "; includeSubDomains" : "")
                + (tls.hstsPreload() ? "; preload" : ""));
    }

    private void negotiation(List<TlsVersion> versions, String ciphers) {
        TlsVersion oldest = Collections.min(versions);
        TlsVersion newest = Collections.max(versions);
        add("ssl-min-ver", version(oldest));
        add("ssl-max-ver", version(newest));
        Arrays.stream(TlsVersion.values())
                .filter(version -> version.compareTo(oldest) > 0 && version.compareTo(newest) < 0)
                .filter(version -> !versions.contains(version))
                .forEach(version -> add(OMISSIONS.get(version)));
        ciphers("ciphers", ciphers, suite -> !suite.startsWith(TLS_1_3_SUITE));
        ciphers("ciphersuites", ciphers, suite -> suite.startsWith(TLS_1_3_SUITE));
    }

    /** Those up to TLS 1.2 and those of TLS 1.3 are two lists; HAProxy's own stands where there is none. */
    private void ciphers(String keyword, String ciphers, Predicate<String> wanted) {
        String list = Arrays.stream(ciphers.split(":")).filter(wanted).collect(Collectors.joining(":"));
        if (!list.isEmpty()) {
            add(keyword, Word.quoted(list));
        }
    }

    private void alpn(List<AlpnProtocol> protocols) {
        add("alpn", Word.literal(protocols.stream().map(AlpnProtocol::toString).collect(Collectors.joining(","))));
    }

    /** HAProxy spells the first version of TLS otherwise. */
    private static Word version(TlsVersion version) {
        return Word.literal(version == TlsVersion.TLS_1_0 ? "TLSv1.0" : version.toString());
    }

    private void add(String keyword, Word... values) {
        words.add(Word.literal(keyword));
        words.addAll(List.of(values));
    }
}
