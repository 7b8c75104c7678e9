package io.lbaas.plugin.config;

import io.lbaas.plugin.api.QuotaLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much a project may have that no limits were set for; -1 for any number, which is the default. */
@ApplicationScoped
public class QuotaDefaults {

    @Inject
    @ConfigProperty(name = "lbaas.quota.load-balancer", defaultValue = "-1")
    private int loadBalancer;

    @Inject
    @ConfigProperty(name = "lbaas.quota.listener", defaultValue = "-1")
    private int listener;

    @Inject
    @ConfigProperty(name = "lbaas.quota.pool", defaultValue = "-1")
    private int pool;

    @Inject
    @ConfigProperty(name = "lbaas.quota.member", defaultValue = "-1")
    private int member;

    @Inject
    @ConfigProperty(name = "lbaas.quota.health-monitor", defaultValue = "-1")
    private int healthMonitor;

    @Inject
    @ConfigProperty(name = "lbaas.quota.l7policy", defaultValue = "-1")
    private int l7policy;

    @Inject
    @ConfigProperty(name = "lbaas.quota.l7rule", defaultValue = "-1")
    private int l7rule;

    public QuotaLimits limits() {
        return new QuotaLimits(loadBalancer, listener, pool, member, healthMonitor, l7policy, l7rule);
    }
}
