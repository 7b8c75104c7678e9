package io.lbaas.model;

import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a tenant asks of a load balancer itself.
 *
 * @param adminStateUp false takes all its listeners out of service
 * @param vipQosPolicyId limits the bandwidth of its VIPs; null for no limit
 */
public record LoadBalancerSpec(@NotNull @Default("true") Boolean adminStateUp, UUID vipQosPolicyId) {

    /** Without a limit of bandwidth. */
    public LoadBalancerSpec(Boolean adminStateUp) {
        this(adminStateUp, null);
    }
}
