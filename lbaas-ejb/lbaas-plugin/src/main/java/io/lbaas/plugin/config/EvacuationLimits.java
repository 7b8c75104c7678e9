package io.lbaas.plugin.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much may be evacuated without a person: when many devices seem to be down, it may be us who are. */
@ApplicationScoped
public class EvacuationLimits {

    private final int devicePercent;
    private final int loadBalancers;
    private final Duration period;

    @Inject
    public EvacuationLimits(
            @ConfigProperty(name = "lbaas.evacuation.device-percent", defaultValue = "25") int devicePercent,
            @ConfigProperty(name = "lbaas.evacuation.load-balancers", defaultValue = "200") int loadBalancers,
            @ConfigProperty(name = "lbaas.evacuation.period", defaultValue = "PT10M") Duration period) {
        this.devicePercent = devicePercent;
        this.loadBalancers = loadBalancers;
        this.period = period;
    }

    /** For the container's proxy. */
    protected EvacuationLimits() {
        this(0, 0, Duration.ZERO);
    }

    /** The percentage of all devices that may be unreachable or evacuated within the period; one device always may. */
    public int devicePercent() {
        return devicePercent;
    }

    /** How many load balancers may be moved within the period. */
    public int loadBalancers() {
        return loadBalancers;
    }

    public Duration period() {
        return period;
    }
}
