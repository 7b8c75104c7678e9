package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.api.View.Vip;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;

/** An address that is not free: a load balancer has it, or it is reserved for one. */
@Entity
@Table(name = "vip_port")
public class VipPort {

    @Id
    private UUID id;

    private String name;

    @Column(name = "project_id")
    private String projectId;

    @Column(name = "network_id")
    private UUID networkId;

    @Column(name = "subnet_id")
    private UUID subnetId;

    private String address;

    /** Whether it stays when no load balancer has it. */
    private boolean reserved;

    @Convert(converter = UuidColumn.class)
    @Column(name = "load_balancer_id")
    private UUID loadBalancerId;

    /** With the address unique, as the address is with the subnet. */
    @Convert(converter = UuidColumn.class)
    @Column(name = "device_id")
    private UUID deviceId;

    /** A load balancer that is gone, but not from all devices yet. */
    @Convert(converter = UuidColumn.class)
    @Column(name = "held_for")
    private UUID heldFor;

    @Version
    private long version;

    protected VipPort() {}

    private VipPort(Vip vip, String name, String projectId, boolean reserved) {
        this.id = vip.portId();
        this.networkId = vip.networkId();
        this.subnetId = vip.subnetId();
        this.address = vip.address();
        this.name = name;
        this.projectId = projectId;
        this.reserved = reserved;
    }

    /** An address of a load balancer, which is free again when that is gone. */
    public static VipPort of(Vip vip, String projectId) {
        return new VipPort(vip, "", projectId, false);
    }

    /** An address that is kept for whoever asks for it by its id. */
    public static VipPort reserve(Vip vip, String name, String projectId) {
        return new VipPort(vip, name, projectId, true);
    }

    /** Changes what it is called and whose it is; null for everyone's. */
    public void change(String newName, String newProject) {
        name = newName;
        projectId = newProject;
    }

    /** Gives the address to a load balancer. */
    public void bind(UUID loadBalancer, UUID device) {
        loadBalancerId = loadBalancer;
        deviceId = device;
    }

    /** Takes the address from its load balancer. */
    public void release() {
        bind(null, null);
        heldFor = null;
    }

    /** Keeps the address from others after its load balancer is gone, because a device may still have it. */
    public void hold() {
        heldFor = loadBalancerId;
        bind(null, null);
    }

    public boolean reserved() {
        return reserved;
    }

    /** Whose address it is, or was until all devices are rid of it. */
    public Optional<UUID> user() {
        return Optional.ofNullable(loadBalancerId == null ? heldFor : loadBalancerId);
    }

    public Vip vip() {
        return new Vip(address, subnetId, networkId, id);
    }

    /** Whether a project may use it: its own, or any where it belongs to none. */
    public boolean isFor(String project) {
        return projectId == null || projectId.equals(project);
    }

    public Networks.Port view() {
        return new Networks.Port(id, name, projectId, networkId, subnetId, address, reserved, loadBalancerId);
    }
}
