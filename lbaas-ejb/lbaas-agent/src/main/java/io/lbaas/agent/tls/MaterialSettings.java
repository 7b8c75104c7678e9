package io.lbaas.agent.tls;

import io.lbaas.tls.barbican.ServiceToken;
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
    private final Optional<ServiceToken> serviceToken;

    @Inject
    public MaterialSettings(
            @ConfigProperty(name = "lbaas.tls.key-file") Optional<String> keyFile,
            @ConfigProperty(name = "lbaas.barbican.url") Optional<String> barbican,
            @ConfigProperty(name = "lbaas.barbican.timeout", defaultValue = "PT5S") Duration timeout,
            @ConfigProperty(name = "lbaas.keystone.url") Optional<String> keystone,
            @ConfigProperty(name = "lbaas.keystone.user", defaultValue = "lbaas") String user,
            @ConfigProperty(name = "lbaas.keystone.password") Optional<String> password,
            @ConfigProperty(name = "lbaas.keystone.user-domain", defaultValue = "Default") String userDomain,
            @ConfigProperty(name = "lbaas.keystone.project", defaultValue = "service") String project,
            @ConfigProperty(name = "lbaas.keystone.project-domain", defaultValue = "Default") String projectDomain) {
        this.keyFile = keyFile;
        this.barbican = barbican;
        this.timeout = timeout;
        serviceToken = keystone.map(url -> new ServiceToken(
                URI.create(url),
                new ServiceToken.Account(user, userDomain, password.orElse(""), project, projectDomain),
                timeout));
    }

    /** For the container's proxy. */
    protected MaterialSettings() {
        this(Optional.empty(), Optional.empty(), Duration.ZERO, Optional.empty(), "", Optional.empty(), "", "", "");
    }

    /** The keys of our own store. */
    Path keyFile() throws IOException {
        return keyFile.map(Path::of).orElseThrow(() -> new IOException("lbaas.tls.key-file is not set"));
    }

    /** The root of Barbican. */
    URI barbican() throws IOException {
        return barbican.map(URI::create).orElseThrow(() -> new IOException("lbaas.barbican.url is not set"));
    }

    /** The limit of one request. */
    Duration timeout() {
        return timeout;
    }

    /** The token of the service user. */
    ServiceToken serviceToken() throws IOException {
        return serviceToken.orElseThrow(() -> new IOException("lbaas.keystone.url is not set"));
    }
}
