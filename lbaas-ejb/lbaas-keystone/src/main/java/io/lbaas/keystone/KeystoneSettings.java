package io.lbaas.keystone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Keystone is, and as whom we speak to it. */
@ApplicationScoped
public class KeystoneSettings {

    @Inject
    @ConfigProperty(name = "lbaas.keystone.url")
    private Optional<String> url;

    @Inject
    @ConfigProperty(name = "lbaas.keystone.public-url")
    private Optional<String> publicUrl;

    @Inject
    @ConfigProperty(name = "lbaas.keystone.user", defaultValue = "lbaas")
    private String user;

    @Inject
    @ConfigProperty(name = "lbaas.keystone.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "lbaas.keystone.user-domain", defaultValue = "Default")
    private String userDomain;

    @Inject
    @ConfigProperty(name = "lbaas.keystone.project", defaultValue = "service")
    private String project;

    @Inject
    @ConfigProperty(name = "lbaas.keystone.project-domain", defaultValue = "Default")
    private String projectDomain;

    @Inject
    @ConfigProperty(name = "lbaas.keystone.ca-file")
    private Optional<String> caFile;

    @Inject
    @ConfigProperty(name = "lbaas.keystone.timeout", defaultValue = "PT5S")
    private Duration timeout;

    /** The root of the service, without a version; empty where there is no Keystone. */
    public Optional<URI> url() {
        return url.map(KeystoneSettings::root);
    }

    /** The root as clients reach it. */
    public Optional<URI> publicUrl() {
        return publicUrl.map(KeystoneSettings::root).or(this::url);
    }

    /** The account that we use, which needs a role that may validate tokens. */
    public ServiceUser serviceUser() {
        return new ServiceUser(user, userDomain, password.orElse(""), project, projectDomain);
    }

    /** Certificates in PEM of those who vouch for Keystone and other services, in place of the JVM's own list. */
    public Optional<Path> caFile() {
        return caFile.map(Path::of);
    }

    /** The limit of one request. */
    public Duration timeout() {
        return timeout;
    }

    private static URI root(String given) {
        return URI.create(given.strip().replaceFirst("/(v3/?)?$", ""));
    }
}
