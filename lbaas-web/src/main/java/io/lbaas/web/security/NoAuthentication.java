package io.lbaas.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** For test rigs: whoever can reach the port is the administrator of one project. */
@ApplicationScoped
class NoAuthentication implements Scheme {

    private static final System.Logger LOG = System.getLogger(NoAuthentication.class.getName());
    private static final String ADMIN = "admin";

    @Inject
    @ConfigProperty(name = "lbaas.auth", defaultValue = "credentials")
    private String auth;

    @Inject
    @ConfigProperty(name = "lbaas.auth.project", defaultValue = ADMIN)
    private String project;

    @Inject
    @ConfigProperty(name = "lbaas.http.host", defaultValue = "127.0.0.1")
    private String host;

    void warn(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (isOn()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "lbaas.auth=none: whoever reaches {0} is administrator. Never use this but on loopback.",
                    host);
        }
    }

    @Override
    public boolean isUsedBy(HttpMessageContext message) {
        return isOn();
    }

    @Override
    public Optional<Identity> sender(HttpMessageContext message) {
        return Optional.of(new Identity(ADMIN, project, Set.of(ADMIN)));
    }

    @Override
    public Optional<String> challenge() {
        return Optional.empty();
    }

    private boolean isOn() {
        return switch (auth) {
            case "none" -> true;
            case "credentials" -> false;
            default -> throw new IllegalStateException("lbaas.auth: neither credentials nor none: " + auth);
        };
    }
}
