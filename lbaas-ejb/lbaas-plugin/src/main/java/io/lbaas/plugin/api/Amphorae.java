package io.lbaas.plugin.api;

import jakarta.ejb.Local;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Load balancers on their devices, as the reference implementation shows its machines. Every method may throw {@link Fault}. */
@Local
public interface Amphorae {

    /**
     * A load balancer on its device. It is another one once the load balancer is on another device.
     *
     * @param zone where the device is; null where that is not said
     * @param role {@code STANDALONE}
     * @param status {@code BOOTING}, {@code ALLOCATED}, {@code ERROR} or {@code PENDING_DELETE}
     */
    record Amphora(
            UUID id,
            UUID loadBalancerId,
            UUID deviceId,
            String vipAddress,
            UUID vipPortId,
            String zone,
            String role,
            String status,
            Instant createdAt,
            Instant updatedAt) {}

    Amphora show(UUID id);

    List<Amphora> list(Query query);
}
