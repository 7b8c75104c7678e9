package io.lbaas.web.schema;

import io.lbaas.model.attribute.Default;
import io.lbaas.plugin.api.LoadBalancers.AdditionalVip;
import io.lbaas.web.schema.CreateRequest.OfHealthMonitor;
import io.lbaas.web.schema.CreateRequest.OfL7Policy;
import io.lbaas.web.schema.CreateRequest.OfL7Rule;
import io.lbaas.web.schema.CreateRequest.OfListener;
import io.lbaas.web.schema.CreateRequest.OfLoadBalancer;
import io.lbaas.web.schema.CreateRequest.OfMember;
import io.lbaas.web.schema.CreateRequest.OfPool;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What a POST says beside the labels and the spec of the new object: where it belongs. */
public sealed interface CreateRequest
        permits OfLoadBalancer, OfListener, OfPool, OfMember, OfHealthMonitor, OfL7Policy, OfL7Rule {

    /** The project asked for; only a load balancer heeds it, its children follow. */
    String projectId();

    /** A load balancer. */
    record OfLoadBalancer(
            @Size(min = 1, max = 36) String projectId,
            @Size(max = 64) String provider,
            UUID vipSubnetId,
            UUID vipNetworkId,
            UUID vipPortId,
            String vipAddress,
            UUID flavorId,
            @Size(max = 255) String availabilityZone,
            @NotNull @Default("[]") List<@NotNull @Valid AdditionalVip> additionalVips)
            implements CreateRequest {}

    /** A listener of a load balancer. */
    record OfListener(String projectId, @NotNull UUID loadbalancerId) implements CreateRequest {}

    /** A pool of a load balancer, or of a listener whose default pool it becomes. */
    record OfPool(String projectId, UUID loadbalancerId, UUID listenerId) implements CreateRequest {}

    /** A member; its pool is in the path. */
    record OfMember(String projectId) implements CreateRequest {}

    /** An L7 policy of a listener. */
    record OfL7Policy(String projectId, @NotNull UUID listenerId) implements CreateRequest {}

    /** A rule; its L7 policy is in the path. */
    record OfL7Rule(String projectId) implements CreateRequest {}

    /** A health monitor of a pool. */
    record OfHealthMonitor(String projectId, @NotNull UUID poolId) implements CreateRequest {}
}
