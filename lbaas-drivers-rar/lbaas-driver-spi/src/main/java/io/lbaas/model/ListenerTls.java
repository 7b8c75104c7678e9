package io.lbaas.model;

import io.lbaas.model.TlsReference.Purpose;
import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a listener speaks TLS with clients. Material is referred to by URL.
 *
 * @param defaultTlsContainerRef the certificate for clients whose server name no other certificate has
 * @param sniContainerRefs certificates that are chosen by the client's server name
 * @param clientCaTlsContainerRef the authorities of clients' certificates
 * @param clientCrlContainerRef revoked certificates of clients
 * @param tlsCiphers OpenSSL names with colons between, null where TLS is not terminated
 * @param tlsVersions null where TLS is not terminated
 * @param alpnProtocols in order of preference, null where TLS is not terminated
 * @param hstsMaxAge seconds for which browsers shall use HTTPS only, null for no such header
 */
public record ListenerTls(
        @Size(max = TlsReference.MAX_LENGTH) String defaultTlsContainerRef,
        @NotNull @Default("[]") List<@NotNull @Size(max = TlsReference.MAX_LENGTH) String> sniContainerRefs,
        @Size(max = TlsReference.MAX_LENGTH) String clientCaTlsContainerRef,
        @Size(max = TlsReference.MAX_LENGTH) String clientCrlContainerRef,
        @NotNull @Default("\"NONE\"") ClientAuthentication clientAuthentication,
        @Size(max = 2048) @Pattern(regexp = CIPHERS, message = "Value should be a list of OpenSSL ciphers")
                String tlsCiphers,
        List<TlsVersion> tlsVersions,
        List<AlpnProtocol> alpnProtocols,
        @Min(0) Integer hstsMaxAge,
        @NotNull @Default("false") Boolean hstsIncludeSubdomains,
        @NotNull @Default("false") Boolean hstsPreload) {

    /** The characters of OpenSSL's cipher lists. */
    public static final String CIPHERS = "[A-Za-z0-9+!:@=_.-]+";

    /** A listener that does not terminate TLS. */
    public static final ListenerTls NONE = new ListenerTls(
            null, List.of(), null, null, ClientAuthentication.NONE, null, null, null, null, false, false);

    /** The certificates that clients are shown: the default one first, if there is one. */
    public List<String> identities() {
        return Stream.concat(Stream.ofNullable(defaultTlsContainerRef), sniContainerRefs.stream())
                .toList();
    }

    /** All material that is referred to. */
    public Stream<TlsReference> references() {
        return Stream.of(
                        identities().stream().map(location -> new TlsReference(location, Purpose.IDENTITY)),
                        Stream.ofNullable(clientCaTlsContainerRef)
                                .map(location -> new TlsReference(location, Purpose.AUTHORITIES)),
                        Stream.ofNullable(clientCrlContainerRef)
                                .map(location -> new TlsReference(location, Purpose.REVOCATIONS)))
                .flatMap(each -> each);
    }

    /** The same with the defaults of what was not given. */
    public ListenerTls withDefaults() {
        return new ListenerTls(
                defaultTlsContainerRef,
                sniContainerRefs,
                clientCaTlsContainerRef,
                clientCrlContainerRef,
                clientAuthentication,
                tlsCiphers == null ? TlsDefaults.CIPHERS : tlsCiphers,
                tlsVersions == null ? TlsDefaults.VERSIONS : tlsVersions,
                alpnProtocols == null ? TlsDefaults.ALPN_PROTOCOLS : alpnProtocols,
                hstsMaxAge,
                hstsIncludeSubdomains,
                hstsPreload);
    }
}
