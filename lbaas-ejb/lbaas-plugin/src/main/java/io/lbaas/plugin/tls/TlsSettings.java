package io.lbaas.plugin.tls;

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

    @Inject
    @ConfigProperty(name = "lbaas.tls.key-file")
    private Optional<String> keyFile;

    @Inject
    @ConfigProperty(name = "lbaas.barbican.url")
    private Optional<String> barbican;

    @Inject
    @ConfigProperty(name = "lbaas.barbican.timeout", defaultValue = "PT5S")
    private Duration barbicanTimeout;

    /** The keys of our own store; without them nothing can be put in. */
    public Optional<Path> keyFile() {
        return keyFile.map(Path::of);
    }

    /** The root of Barbican, without a version; empty where there is none. */
    public Optional<URI> barbican() {
        return barbican.map(URI::create);
    }

    /** The limit of one request to Barbican. */
    public Duration barbicanTimeout() {
        return barbicanTimeout;
    }
}
