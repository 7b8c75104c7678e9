package io.lbaas.web.admin;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Networks;
import io.lbaas.plugin.api.Networks.Subnet;
import io.lbaas.plugin.api.Networks.SubnetRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** The subnets that the addresses of load balancers are taken from. */
@Path("admin/v1/vip-subnets")
@ApplicationScoped
@RolesAllowed("admin")
public class VipSubnetResource extends AdminResource<SubnetRequest, Subnet> {

    @Inject
    private Networks networks;

    public VipSubnetResource() {
        super(SubnetRequest.class, "Subnet", "vip_subnets");
    }

    @Override
    protected Subnet add(Caller caller, SubnetRequest wanted) {
        return networks.addSubnet(caller, wanted);
    }

    @Override
    protected List<Subnet> all() {
        return networks.subnets(null);
    }

    @Override
    protected Subnet find(UUID id) {
        return networks.subnet(id);
    }

    @Override
    protected Subnet change(Caller caller, UUID id, SubnetRequest wanted) {
        return networks.changeSubnet(caller, id, wanted);
    }

    @Override
    protected void remove(Caller caller, UUID id) {
        networks.removeSubnet(caller, id);
    }
}
