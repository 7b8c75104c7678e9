package io.lbaas.model;

import io.lbaas.model.TlsReference.Purpose;
import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;

/**
 * How TLS is spoken with the members of a pool. Material is referred to by URL.
 *
 * @param tlsEnabled whether it is; the rest means nothing otherwise
 * @param tlsContainerRef the certificate that members are shown
 * @param caTlsContainerRef the authorities of members' certificates, null for no check of these
 * @param crlContainerRef revoked certificates of members
 * @param tlsCiphers OpenSSL names with colons between
 * @param alpnProtocols in order of preference
 */
public record PoolTls(
        @NotNull @Default("false") Boolean tlsEnabled,
        @Size(max = TlsReference.MAX_LENGTH) String tlsContainerRef,
        @Size(max = TlsReference.MAX_LENGTH) String caTlsContainerRef,
        @Size(max = TlsReference.MAX_LENGTH) String crlContainerRef,
        @Size(max = 2048) @Pattern(regexp = ListenerTls.CIPHERS, message = "Value should be a list of OpenSSL ciphers")
                String tlsCiphers,
        List<TlsVersion> tlsVersions,
        List<AlpnProtocol> alpnProtocols) {

    /** Members are spoken to in the clear. */
    public static final PoolTls NONE = new PoolTls(false, null, null, null, null, null, null);

    /** All material that is referred to. */
    public Stream<TlsReference> references() {
        return Stream.of(
                        Stream.ofNullable(tlsContainerRef)
                                .map(location -> new TlsReference(location, Purpose.IDENTITY)),
                        Stream.ofNullable(caTlsContainerRef)
                                .map(location -> new TlsReference(location, Purpose.AUTHORITIES)),
                        Stream.ofNullable(crlContainerRef)
                                .map(location -> new TlsReference(location, Purpose.REVOCATIONS)))
                .flatMap(each -> each);
    }

    /** The same with the defaults of what was not given. */
    public PoolTls withDefaults() {
        return new PoolTls(
                tlsEnabled,
                tlsContainerRef,
                caTlsContainerRef,
                crlContainerRef,
                tlsCiphers == null ? TlsDefaults.CIPHERS : tlsCiphers,
                tlsVersions == null ? TlsDefaults.VERSIONS : tlsVersions,
                alpnProtocols == null ? TlsDefaults.ALPN_PROTOCOLS : alpnProtocols);
    }
}
