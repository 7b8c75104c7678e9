package io.lbaas.web.resource;

import io.lbaas.model.ObjectType;
import io.lbaas.plugin.api.Ownership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The provider that a request would go to; messages about what it cannot do name it. */
@ApplicationScoped
public class Providers {

    @Inject
    private Ownership ownership;

    @Inject
    @ConfigProperty(name = "lbaas.default-provider", defaultValue = "haproxy")
    private String defaultProvider;

    /** The provider of a new load balancer: the one asked for, else the default. */
    public String orDefault(String wanted) {
        return wanted == null ? defaultProvider : wanted;
    }

    /** The provider of an object's load balancer. */
    String of(ObjectType type, UUID id) {
        return ownership.providerOf(type, id);
    }
}
