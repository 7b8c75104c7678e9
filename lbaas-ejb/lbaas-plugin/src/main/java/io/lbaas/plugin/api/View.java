package io.lbaas.plugin.api;

import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.OperatingStatus;
import io.lbaas.model.PoolSpec;
import io.lbaas.model.ProvisioningStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An object as its owner sees it. */
public sealed interface View {

    State state();

    Labels labels();

    /**
     * What all objects have.
     *
     * @param provisioningStatus as shown: a parent shows PENDING_UPDATE while something beneath it is pending
     * @param statusReason why the object is in ERROR, in the device's words; null otherwise
     * @param updatedAt null until the first change, a change of provisioning status included
     * @param version grows with every change of the row
     */
    record State(
            UUID id,
            String projectId,
            ProvisioningStatus provisioningStatus,
            OperatingStatus operatingStatus,
            String statusReason,
            Instant createdAt,
            Instant updatedAt,
            long version) {}

    /** Where a load balancer's traffic arrives. */
    record Vip(String address, UUID subnetId, UUID networkId, UUID portId) {}

    /** A load balancer. */
    record OfLoadBalancer(
            State state,
            Labels labels,
            LoadBalancerSpec spec,
            Vip vip,
            List<Vip> additionalVips,
            String provider,
            UUID flavorId,
            String availabilityZone,
            List<UUID> listeners,
            List<UUID> pools)
            implements View {}

    /**
     * A listener.
     *
     * @param l7Policies in the order in which they are tried
     */
    record OfListener(State state, Labels labels, ListenerSpec spec, UUID loadBalancerId, List<UUID> l7Policies)
            implements View {}

    /** A pool, with the listeners that hand traffic to it. */
    record OfPool(
            State state,
            Labels labels,
            PoolSpec spec,
            UUID loadBalancerId,
            List<UUID> listeners,
            List<UUID> members,
            UUID healthMonitorId)
            implements View {}

    /** A member of a pool. */
    record OfMember(State state, Labels labels, MemberSpec spec, UUID poolId) implements View {}

    /** A health monitor of a pool. */
    record OfHealthMonitor(State state, Labels labels, HealthMonitorSpec spec, UUID poolId) implements View {}

    /** An L7 policy of a listener. */
    record OfL7Policy(State state, Labels labels, L7PolicySpec spec, UUID listenerId, List<UUID> rules)
            implements View {}

    /** A rule of an L7 policy. */
    record OfL7Rule(State state, Labels labels, L7RuleSpec spec, UUID policyId) implements View {}

    /** A load balancer and all that is beneath it: policies by their position, others in the order of creation. */
    record Tree(
            OfLoadBalancer root,
            List<OfListener> listeners,
            List<OfPool> pools,
            List<OfMember> members,
            List<OfHealthMonitor> healthMonitors,
            List<OfL7Policy> l7Policies,
            List<OfL7Rule> l7Rules) {}
}
