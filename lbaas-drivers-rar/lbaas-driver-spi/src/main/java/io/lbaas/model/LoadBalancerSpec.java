package io.lbaas.model;

import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.NotNull;

/**
 * What a tenant asks of a load balancer itself.
 *
 * @param adminStateUp false takes all its listeners out of service
 */
public record LoadBalancerSpec(@NotNull @Default("true") Boolean adminStateUp) {}
