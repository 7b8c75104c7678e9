package io.lbaas.driver.nginx.config;

import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolTls;
import io.lbaas.model.TlsVersion;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Renders how TLS is spoken. */
final class TlsRenderer {
    private static final String TLS_1_3_SUITE = "TLS_";
    private static final Word ON = Word.literal("on");
    private static final Word OFF = Word.literal("off");

    /** As many as OpenSSL's own limit: a chain of authorities is no secret of ours. */
    private static final Word DEPTH = Word.number(100);

    private TlsRenderer() {}

    /** The part of a server that its clients see, less its certificate. */
    static void listener(ConfigWriter.Block server, ListenerTls asked, TlsFiles files) {
        ListenerTls tls = asked.withDefaults();
        negotiation(server, "ssl", tls.tlsVersions(), tls.tlsCiphers());
        server.add("ssl_prefer_server_ciphers", ON);
        if (tls.clientAuthentication() != ClientAuthentication.NONE) {
            boolean mandatory = tls.clientAuthentication() == ClientAuthentication.MANDATORY;
            server.add("ssl_verify_client", mandatory ? ON : Word.literal("optional"));
            server.add("ssl_verify_depth", DEPTH);
            server.add("ssl_client_certificate", files.authorities(tls.clientCaTlsContainerRef()));
            if (tls.clientCrlContainerRef() != null) {
                server.add("ssl_crl", files.revocations(tls.clientCrlContainerRef()));
            }
        }
    }

    static void identity(ConfigWriter.Block server, String reference, TlsFiles files) {
        Word file = files.identity(reference);
        server.add("ssl_certificate", file);
        server.add("ssl_certificate_key", file);
    }

    /** The part of a server or location that its members see. */
    static void pool(ConfigWriter.Block block, PoolTls asked, TlsFiles files) {
        PoolTls tls = asked.withDefaults();
        if (block.context() == Context.STREAM) {
            block.add("proxy_ssl", ON);
        } else {
            block.add("proxy_ssl_server_name", ON);
            block.add("proxy_ssl_name", Word.variable("host"));
        }
        negotiation(block, "proxy_ssl", tls.tlsVersions(), tls.tlsCiphers());
        block.add("proxy_ssl_verify", tls.caTlsContainerRef() == null ? OFF : ON);
        if (tls.caTlsContainerRef() != null) {
            block.add("proxy_ssl_verify_depth", DEPTH);
            block.add("proxy_ssl_trusted_certificate", files.authorities(tls.caTlsContainerRef()));
        }
        if (tls.crlContainerRef() != null) {
            block.add("proxy_ssl_crl", files.revocations(tls.crlContainerRef()));
        }
        if (tls.tlsContainerRef() != null) {
            Word file = files.identity(tls.tlsContainerRef());
            block.add("proxy_ssl_certificate", file);
            block.add("proxy_ssl_certificate_key", file);
        }
    }

    /** The header that tells browsers to come by HTTPS only. */
    static void strictTransport(ConfigWriter.Block server, ListenerTls tls) {
        String value = "max-age=" + tls.hstsMaxAge()
                + (tls.hstsIncludeSubdomains() ? "; includeSubDomains" : "")
                + (tls.hstsPreload() ? "; preload" : "");
        server.add("add_header", Word.literal("Strict-Transport-Security"), Word.text(value), Word.literal("always"));
    }

    private static void negotiation(
            ConfigWriter.Block block, String prefix, List<TlsVersion> versions, String ciphers) {
        block.add(
                prefix + "_protocols",
                versions.stream()
                        .map(version -> Word.literal(version.toString()))
                        .toList());
        String older = ciphers(ciphers, suite -> !suite.startsWith(TLS_1_3_SUITE));
        if (!older.isEmpty()) {
            block.add(prefix + "_ciphers", Word.quoted(older));
        }
        String newer = ciphers(ciphers, suite -> suite.startsWith(TLS_1_3_SUITE));
        if (!newer.isEmpty()) {
            block.add(prefix + "_conf_command", Word.literal("Ciphersuites"), Word.quoted(newer));
        }
    }

    /** Those up to TLS 1.2 and those of TLS 1.3 are two lists; OpenSSL's own stands where there is none. */
    private static String ciphers(String ciphers, Predicate<String> wanted) {
        return Arrays.stream(ciphers.split(":")).filter(wanted).collect(Collectors.joining(":"));
    }
}
