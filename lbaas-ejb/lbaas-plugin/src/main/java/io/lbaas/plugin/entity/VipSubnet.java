package io.lbaas.plugin.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A subnet that VIPs are taken from. */
@Entity
@Table(name = "vip_subnet")
public class VipSubnet {

    @Id
    private UUID id;

    private String name;
    private String cidr;

    @Column(name = "network_id")
    private UUID networkId;

    @Version
    private long version;

    protected VipSubnet() {}

    public VipSubnet(UUID id, String name, String cidr, UUID networkId) {
        this.id = id;
        this.name = name;
        this.cidr = cidr;
        this.networkId = networkId;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String cidr() {
        return cidr;
    }

    public UUID networkId() {
        return networkId;
    }
}
