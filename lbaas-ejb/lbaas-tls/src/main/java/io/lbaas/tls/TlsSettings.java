package io.lbaas.tls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where TLS material comes from. */
@ApplicationScoped
public class TlsSettings {

    private final Optional<Path> keyFile;
    private final Optional<URI> barbican;
    private final Duration barbicanTimeout;

    @Inject
    public TlsSettings(
            @ConfigProperty(name = "lbaas.tls.key-file") Optional<String> keyFile,
            @ConfigProperty(name = "lbaas.barbican.url") Optional<String> barbican,
            @ConfigProperty(name = "lbaas.barbican.timeout", defaultValue = "PT5S") Duration barbicanTimeout) {
        this.keyFile = keyFile.map(Path::of);
        this.barbican = barbican.map(URI::create);
        this.barbicanTimeout = barbicanTimeout;
    }

    /** For the container's proxy. */
    protected TlsSettings() {
        this(Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    /** The keys of our own store; without them nothing can be put in or taken out. */
    public Optional<Path> keyFile() {
        return keyFile;
    }

    /** The root of Barbican, without a version; empty where there is none. */
    public Optional<URI> barbican() {
        return barbican;
    }

    /** The limit of one request to Barbican. */
    public Duration barbicanTimeout() {
        return barbicanTimeout;
    }
}
