package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.api.Networks.Pool;
import io.lbaas.plugin.api.Networks.SubnetRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
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

    private String gateway;

    @Convert(converter = JsonColumn.Pools.class)
    @Column(name = "allocation_pools")
    private List<Pool> allocationPools;

    @Version
    private long version;

    protected VipSubnet() {}

    /** A subnet as asked for in valid and canonical form. */
    public VipSubnet(UUID id, UUID networkId, SubnetRequest request) {
        this.id = id;
        this.networkId = networkId;
        this.cidr = request.cidr();
        change(request);
    }

    /** Changes what can be changed: all but CIDR and network. */
    public final void change(SubnetRequest request) {
        name = request.name();
        gateway = request.gateway();
        allocationPools = List.copyOf(request.allocationPools());
    }

    public UUID id() {
        return id;
    }

    public UUID networkId() {
        return networkId;
    }

    public SubnetRequest request() {
        return new SubnetRequest(name, cidr, networkId, gateway, allocationPools);
    }

    /** The subnet with the number of its addresses that are in use. */
    public Networks.Subnet view(long allocated) {
        return new Networks.Subnet(id, name, cidr, networkId, gateway, allocationPools, allocated);
    }
}
