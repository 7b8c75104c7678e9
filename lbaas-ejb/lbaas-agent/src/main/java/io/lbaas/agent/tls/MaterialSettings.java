package io.lbaas.agent.tls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where an agent gets TLS material from: the same settings as the plugin's. */
@ApplicationScoped
public class MaterialSettings {
    private final Optional<String> keyFile;
    private final Optional<String> barbican;
    private final Duration timeout;

    @Inject
    public MaterialSettings(
            @ConfigProperty(name = "lbaas.tls.key-file") Optional<String> keyFile,
            @ConfigProperty(name = "lbaas.barbican.url") Optional<String> barbican,
            @ConfigProperty(name = "lbaas.barbican.timeout", defaultValue = "PT5S") Duration timeout) {
        this.keyFile = keyFile;
        this.barbican = barbican;
        this.timeout = timeout;
    }

    /** For the container's proxy. */
    protected MaterialSettings() {
        this(Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    /** The keys of our own store. */
    Path keyFile() throws IOException {
        return keyFile.map(Path::of).orElseThrow(() -> new IOException("lbaas.tls.key-file is not set"));
    }

    /** The root of Barbican. */
    URI barbican() throws IOException {
        return barbican.map(URI::create).orElseThrow(() -> new IOException("lbaas.barbican.url is not set"));
    }

    /** The limit of one request to Barbican. */
    Duration timeout() {
        return timeout;
    }
}
