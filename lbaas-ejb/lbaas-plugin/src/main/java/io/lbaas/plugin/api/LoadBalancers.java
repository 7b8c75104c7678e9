package io.lbaas.plugin.api;

import io.lbaas.model.LoadBalancerSpec;
import jakarta.ejb.Local;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** Load balancers. Every method may throw {@link Fault}. */
@Local
public interface LoadBalancers {

    /**
     * What is asked for the VIPs; what is null is chosen.
     *
     * @param address an address of the subnet that is free
     * @param additional more VIPs, in other subnets of the same network
     */
    record VipRequest(UUID subnetId, UUID networkId, UUID portId, String address, List<AdditionalVip> additional) {

        /** One VIP only. */
        public VipRequest(UUID subnetId, UUID networkId, UUID portId, String address) {
            this(subnetId, networkId, portId, address, List.of());
        }
    }

    /** A VIP beside the first; {@code ipAddress} null to have one chosen. */
    record AdditionalVip(@NotNull UUID subnetId, String ipAddress) {}

    /**
     * A new load balancer with what is to be created in it.
     *
     * @param provider null for that of the flavor or the availability zone, or the configured default
     * @param flavorId null for none
     * @param availabilityZone null for any
     */
    record Create(
            String projectId,
            Labels labels,
            LoadBalancerSpec spec,
            VipRequest vip,
            String provider,
            UUID flavorId,
            String availabilityZone,
            List<New.OfPool> pools,
            List<New.OfListener> listeners) {}

    View.Tree create(Caller caller, Create request);

    View.OfLoadBalancer show(UUID id);

    /** A load balancer with all that is beneath it, as of one moment. */
    View.Tree tree(UUID id);

    List<View.OfLoadBalancer> list(Query query);

    View.OfLoadBalancer update(Caller caller, UUID id, Patch<LoadBalancerSpec> patch);

    /**
     * Moves a load balancer to another device; where none can have it, it is made on its device again.
     *
     * @throws Fault IMMUTABLE where it is neither ACTIVE nor in ERROR
     */
    View.OfLoadBalancer failOver(Caller caller, UUID id);

    /**
     * Has a load balancer made on its device again, so that what was lost there comes back.
     *
     * @throws Fault IMMUTABLE where it is neither ACTIVE nor in ERROR
     */
    View.OfLoadBalancer applyAgain(Caller caller, UUID id);

    /**
     * Moves a load balancer to another device.
     *
     * @param deviceId null for any
     * @throws Fault IMMUTABLE where it is neither ACTIVE nor in ERROR, CONFLICT where no such device can have it
     */
    View.OfLoadBalancer move(Caller caller, UUID id, UUID deviceId);

    /** Deletes a load balancer; with children only where {@code cascade} is set. */
    void delete(Caller caller, UUID id, boolean cascade);
}
