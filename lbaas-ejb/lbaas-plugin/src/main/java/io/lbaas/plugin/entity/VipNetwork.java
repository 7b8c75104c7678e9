package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.api.Networks.NetworkRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A network with subnets that VIPs are taken from. */
@Entity
@Table(name = "vip_network")
public class VipNetwork {

    @Id
    private UUID id;

    private String name;

    @Column(name = "project_id")
    private String projectId;

    @Version
    private long version;

    protected VipNetwork() {}

    public VipNetwork(UUID id, NetworkRequest request) {
        this.id = id;
        change(request);
    }

    public final void change(NetworkRequest request) {
        name = request.name();
        projectId = request.projectId();
    }

    public UUID id() {
        return id;
    }

    /** Whether a project may use it: its own, or any where it belongs to none. */
    public boolean isFor(String project) {
        return projectId == null || projectId.equals(project);
    }

    public Networks.Network view() {
        return new Networks.Network(id, name, projectId);
    }
}
