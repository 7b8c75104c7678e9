package io.lbaas.driver.bigip.declaration;

import io.lbaas.driver.spi.TlsMaterial;
import io.lbaas.model.AlpnProtocol;
import io.lbaas.model.ClientAuthentication;
import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolTls;
import io.lbaas.model.TlsVersion;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Renders how TLS is spoken. A TLS_Server faces clients, a TLS_Client faces members. */
final class TlsRenderer {
    private static final String END = "-----END CERTIFICATE-----";
    private static final int NAME_LENGTH = 32;

    private static final Map<TlsVersion, String> VERSIONS = Map.of(
            TlsVersion.TLS_1_0, "tls1_0Enabled",
            TlsVersion.TLS_1_1, "tls1_1Enabled",
            TlsVersion.TLS_1_2, "tls1_2Enabled",
            TlsVersion.TLS_1_3, "tls1_3Enabled");

    private final Application application;

    TlsRenderer(Application application) {
        this.application = application;
    }

    /** Adds what clients are spoken to with; gives its name. */
    String server(String name, ListenerTls tls) {
        List<String> certificates =
                tls.identities().stream().map(this::identity).distinct().toList();
        JsonObjectBuilder server = Doc.of("TLS_Server")
                .add(
                        "certificates",
                        Doc.array(IntStream.range(0, certificates.size())
                                .mapToObj(number -> certificate(certificates.get(number), number == 0))));
        negotiation(name, server, tls.tlsVersions(), tls.tlsCiphers());
        // The device speaks HTTP/2 only where nothing can be negotiated anew.
        server.add("renegotiationEnabled", !tls.alpnProtocols().contains(AlpnProtocol.HTTP_2));
        if (tls.clientAuthentication() != ClientAuthentication.NONE) {
            String authorities = authorities(tls.clientCaTlsContainerRef());
            boolean mandatory = tls.clientAuthentication() == ClientAuthentication.MANDATORY;
            server.add("authenticationMode", mandatory ? "require" : "request")
                    .add("authenticationTrustCA", authorities)
                    .add("authenticationInviteCA", authorities);
        }
        return application.add(name, server);
    }

    /** The first is for clients whose server name none has. */
    private static JsonObject certificate(String name, boolean first) {
        return Doc.object().add("certificate", name).add("sniDefault", first).build();
    }

    /** Adds what members are spoken to with; gives its name. */
    String client(String name, PoolTls tls) {
        JsonObjectBuilder client = Doc.of("TLS_Client").add("validateCertificate", tls.caTlsContainerRef() != null);
        if (tls.caTlsContainerRef() != null) {
            client.add("trustCA", Doc.use(authorities(tls.caTlsContainerRef())));
        }
        if (tls.tlsContainerRef() != null) {
            client.add("clientCertificate", identity(tls.tlsContainerRef()));
        }
        negotiation(name, client, tls.tlsVersions(), tls.tlsCiphers());
        return application.add(name, client);
    }

    /** Adds what HTTP/2 needs where it is offered; gives its name. */
    Optional<String> http2(String name, ListenerTls tls, int idleMillis) {
        if (!tls.alpnProtocols().contains(AlpnProtocol.HTTP_2)) {
            return Optional.empty();
        }
        JsonObjectBuilder profile =
                Doc.of("HTTP2_Profile").add("activationMode", "alpn").add("enforceTlsRequirements", false);
        if (idleMillis > 0) {
            profile.add("connectionIdleTimeout", Timeouts.seconds(idleMillis));
        }
        return Optional.of(application.add(name, profile));
    }

    /** Ciphers are a group of the profile's own, because the device knows TLS 1.3 in groups only. */
    private void negotiation(String name, JsonObjectBuilder profile, List<TlsVersion> versions, String ciphers) {
        String suites = application.add(
                name + "_suites", Doc.of("Cipher_Rule").add("cipherSuites", Doc.strings(Ciphers.of(ciphers))));
        String group = application.add(
                name + "_ciphers",
                Doc.of("Cipher_Group").add("allowCipherRules", Doc.array(Stream.of(Doc.use(suites)))));
        profile.add("cipherGroup", Doc.use(group)).add("ssl3Enabled", false);
        Arrays.stream(TlsVersion.values())
                .filter(VERSIONS::containsKey)
                .forEach(version -> profile.add(VERSIONS.get(version), versions.contains(version)));
    }

    /** The name says what is in it, so that another certificate behind the same reference is another object. */
    private String identity(String reference) {
        TlsMaterial material = application.materials().get(reference);
        int end = material.certificates().indexOf(END);
        if (end < 0) {
            throw new IllegalArgumentException("There is no certificate behind " + reference);
        }
        String own = material.certificates().substring(0, end + END.length());
        String chain = material.certificates().substring(end + END.length()).strip();
        JsonObjectBuilder certificate = Doc.of("Certificate")
                .add("certificate", own)
                .add("privateKey", Objects.requireNonNull(material.privateKey()));
        if (!chain.isEmpty()) {
            certificate.add("chainCA", chain);
        }
        return application.add("certificate_" + shortened(material.certificates()), certificate);
    }

    private String authorities(String reference) {
        String bundle = application.materials().get(reference).certificates();
        return application.add(
                "authorities_" + shortened(bundle), Doc.of("CA_Bundle").add("bundle", bundle));
    }

    private static String shortened(String text) {
        return Digest.of(text).substring(0, NAME_LENGTH);
    }
}
