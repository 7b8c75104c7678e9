package io.lbaas.web.resource;

import io.lbaas.plugin.api.Listeners;
import io.lbaas.plugin.api.LoadBalancers;
import io.lbaas.plugin.api.Pools;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The provider that a request would go to; messages about what it cannot do name it. */
@ApplicationScoped
public class Providers {

    @Inject
    private LoadBalancers loadBalancers;

    @Inject
    private Listeners listeners;

    @Inject
    private Pools pools;

    @Inject
    @ConfigProperty(name = "lbaas.default-provider", defaultValue = "haproxy")
    private String defaultProvider;

    /** The provider of a new load balancer: the one asked for, else the default. */
    String orDefault(String wanted) {
        return wanted == null ? defaultProvider : wanted;
    }

    String ofLoadBalancer(UUID id) {
        return loadBalancers.show(id).provider();
    }

    String ofListener(UUID id) {
        return ofLoadBalancer(listeners.show(id).loadBalancerId());
    }

    String ofPool(UUID id) {
        return ofLoadBalancer(pools.show(id).loadBalancerId());
    }
}
