package io.lbaas.driver.spi;

import io.lbaas.model.ListenerTls;
import io.lbaas.model.PoolTls;
import io.lbaas.model.TlsFeature;
import io.lbaas.model.TlsVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of TLS a driver can do. Whether it terminates TLS at all is told by its listener protocols.
 *
 * @param versions the versions that it can negotiate
 */
public record TlsSupport(Set<TlsVersion> versions, Set<TlsFeature> features) {
    public static final TlsSupport NONE = new TlsSupport(Set.of(), Set.of());

    public static final TlsSupport ALL =
            new TlsSupport(EnumSet.allOf(TlsVersion.class), EnumSet.allOf(TlsFeature.class));

    public TlsSupport {
        versions = Set.copyOf(versions);
        features = Set.copyOf(features);
    }

    /** What a listener asks for beyond this, in words. */
    public List<String> lacking(ListenerTls tls) {
        return lacking(TlsFeature.of(tls), tls.identities().isEmpty() ? null : tls.tlsVersions());
    }

    /** What a pool asks for beyond this, in words. */
    public List<String> lacking(PoolTls tls) {
        return tls.tlsEnabled() ? lacking(TlsFeature.of(tls), tls.tlsVersions()) : List.of();
    }

    private List<String> lacking(Set<TlsFeature> wanted, List<TlsVersion> wantedVersions) {
        Stream<String> lackingFeatures =
                wanted.stream().filter(feature -> !features.contains(feature)).map(TlsFeature::toString);
        Stream<String> lackingVersions = Stream.ofNullable(wantedVersions)
                .flatMap(List::stream)
                .filter(version -> !versions.contains(version))
                .map(version -> "tls_versions " + version);
        return Stream.concat(lackingFeatures, lackingVersions).toList();
    }
}
