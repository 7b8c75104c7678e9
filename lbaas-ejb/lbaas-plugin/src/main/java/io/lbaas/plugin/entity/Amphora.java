package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Amphorae;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A load balancer on its device; a view that is only read. */
@Entity
public class Amphora {

    @Id
    private UUID id;

    @Column(name = "load_balancer_id")
    private UUID loadBalancerId;

    @Column(name = "device_id")
    private UUID deviceId;

    @Column(name = "vip_address")
    private String vipAddress;

    @Column(name = "vip_port_id")
    private UUID vipPortId;

    private String zone;
    private String role;
    private String status;

    @Convert(converter = InstantColumn.class)
    @Column(name = "created_at")
    private Instant createdAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Amphora() {}

    public Amphorae.Amphora view() {
        return new Amphorae.Amphora(
                id, loadBalancerId, deviceId, vipAddress, vipPortId, zone, role, status, createdAt, updatedAt);
    }
}
